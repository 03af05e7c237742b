import { and, eq, ne } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { filed } from '../../test/filed.ts'
import { accepted, at, atTeamDesk, desk, stepsOf, typedIn, words } from '../../test/team-moves.ts'
import { addDays, dayOf } from '../clock/day.ts'
import { files } from '../files/tables.ts'
import { paths } from '../paths.ts'
import { recuse } from '../reports/recusing.ts'
import { type Report, reports } from '../reports/tables.ts'
import { grants, memberships, people, teamKeys } from '../staff/tables.ts'
import { stampOf } from './stamp.ts'

atTeamDesk()
const li = { id: 'li', roles: ['leader'] } as const

/** Where a page of the queue asks what has come since it was made. */
const arrivedOn = (html: string) => /data-arrived="([^"]+)"/.exec(html)?.[1] ?? ''

/** A second lock is in force, and 吴桐 has no key of it. */
async function changeLock() {
  const { db } = desk
  const [keys] = await db.select().from(teamKeys)
  const held = await db.select().from(grants).where(ne(grants.personId, 'wu'))
  await db.insert(teamKeys).values({ ...keys!, epoch: 2 })
  for (const grant of held) await db.insert(grants).values({ ...grant, epoch: 2 })
}

describe('the queue', () => {
  it('shows what waits, the dangerous first, and its first sentence still sealed', async () => {
    await desk.write({}, { enquiryNumber: '482913' })
    await desk.write({ afraid: true, kind: 'conduct' }, { enquiryNumber: '117005' })
    const { status, html } = await desk.chen.get(desk.desk)
    expect(status).toBe(200)
    expect(words(html)).toContain('反映件 2')
    expect(html.indexOf('117 005')).toBeLessThan(html.indexOf('482 913'))
    expect(words(html)).toContain('怕被人知道')
    expect(words(html)).toContain('剩 1 天 受理')
    expect(html).not.toContain('种粮补贴')
    expect(html.match(/data-line="/g)).toHaveLength(2)
    expect(html.match(/data-click/g)).toHaveLength(1)
  })

  it('counts, and each count is a filter', async () => {
    const report = await accepted()
    await desk.write()
    const { html } = await desk.chen.get(desk.desk)
    expect(words(html)).toContain('待受理 1 今天到期 0 超期 0 待审批 0 等群众补充 0 群众新留言 0')
    const filtered = (await desk.chen.get(`${desk.desk}?show=toAccept`)).html
    expect(filtered).not.toContain(report.id)
    const mine = (await desk.wu.get(`${desk.desk}?show=mine`)).html
    expect(mine).toContain(report.id)
    expect(words((await desk.chen.get(`${desk.desk}?show=overdue`)).html)).toContain('这个条件下没有。')
  })

  it('says how many files came with a report, and where to look when nothing was written', async () => {
    const [spoken, other] = [await desk.write({}), await desk.write({})]
    const file = (id: string, endedOn?: string) => ({
      reportId: spoken.id,
      id,
      kind: 'voice' as const,
      size: 9,
      endedOn,
    })
    await desk.db.insert(files).values([file('a'), file('b'), file('c', '2026-11-23')])
    const page = async () => (await desk.chen.get(desk.desk)).html
    const rowIn = (html: string, id: string) =>
      html.slice(html.indexOf(`data-row="${id}"`)).split('</tr>')[0] ?? ''
    const html = await page()
    expect(words(rowIn(html, spoken.id))).toContain('附件 2')
    expect(rowIn(html, spoken.id)).toContain('data-no-text="没有写字，看附件。"')
    expect(rowIn(html, other.id)).not.toMatch(/附件/)
    const today = dayOf(desk.clock.now())
    for (const [openSince, isLate] of [
      [today, false],
      [addDays(today, -1), true],
    ] as const) {
      await desk.db.update(files).set({ openSince }).where(eq(files.id, 'b'))
      const row = rowIn(await page(), spoken.id)
      expect(row).toContain('data-no-text="没有写字，附件还在路上。"')
      expect(words(row).includes('附件没到齐')).toBe(isLate)
    }
    // What was given up is awaited no more.
    await desk.db.update(files).set({ endedOn: today }).where(eq(files.id, 'b'))
    expect(rowIn(await page(), spoken.id)).toContain('data-no-text="没有写字，看附件。"')
  })

  it('lets a second leader who is a member as well take a report and give it to somebody', async () => {
    const { id } = await desk.write()
    const assign = paths.assignOwner(desk.ids.teamId, id)
    const take = paths.take(desk.ids.teamId, id)
    const alone = (await desk.li.get(desk.desk)).html
    expect([alone.includes(assign), alone.includes(take)]).toEqual([true, false])
    await desk.db.update(memberships).set({ roles: 'leader,member' }).where(eq(memberships.personId, 'wu'))
    const both = (await desk.wu.get(desk.desk)).html
    expect([both.includes(assign), both.includes(take)]).toEqual([true, true])
  })

  it('looks by unit, by category and at what is closed', async () => {
    const report = await desk.write()
    const byUnit = (await desk.chen.get(`${desk.desk}?by=unit`)).html
    expect(words(byUnit)).toContain('青塘村 1')
    expect((await desk.chen.get(`${desk.desk}?by=unit&only=${desk.ids.unitId}`)).html).toContain(report.id)
    expect(words((await desk.chen.get(`${desk.desk}?by=tile`)).html)).toContain('补贴没到手 1')
    expect(words((await desk.chen.get(`${desk.desk}?show=done`)).html)).toContain('这个条件下没有。')
  })

  it('turns pages of fifty and shows every row once', async () => {
    for (let n = 0; n < 60; n++) await filed(desk.db, desk.moment(), desk.ids)
    const first = await desk.chen.get(desk.desk)
    const next = first.html.match(/href="([^"]*after=[^"]*)"/)?.[1]?.replace(/&amp;/g, '&') ?? ''
    const second = await desk.chen.get(next)
    const rows = (html: string) => [...html.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id)
    expect(rows(first.html)).toHaveLength(50)
    expect(rows(second.html)).toHaveLength(10)
    expect(new Set([...rows(first.html), ...rows(second.html)]).size).toBe(60)
    expect(words(second.html)).toContain('回到第一页')
  })

  it('says while it is empty how many notices are out', async () => {
    expect(words((await desk.chen.get(desk.desk)).html)).toContain(
      '还没有反映件。公告已启用 0 张，收到 2027年1月5日',
    )
  })

  it('tells somebody without a key whom to ask, and carries no envelope', async () => {
    await desk.write()
    await desk.db.delete(grants).where(eq(grants.personId, 'wu'))
    const { html } = await desk.wu.get(desk.desk)
    expect(words(html)).toContain('还没有拿到本组钥匙，内容打不开。请陈静、黎工交钥匙。')
    expect(html).not.toContain('data-line')
  })

  it('says how many have come since a page was made, and no more', async () => {
    await desk.write()
    const asked = arrivedOn((await desk.chen.get(desk.desk)).html)
    desk.clock.set('2026-11-24T09:10:00+08:00')
    await desk.write()
    const { html } = await desk.chen.get(asked)
    expect(html).toContain('data-n="1"')
    expect(words(html)).toContain('新到 1 件 · 刷新')
    expect(html).not.toContain('data-row')
  })

  it('tells nobody when somebody filed: it counts from when a page of this team was made and from no other time', async () => {
    await desk.write()
    const made = arrivedOn((await desk.chen.get(desk.desk)).html)
    const at = '2026-11-24T00:59:59.999Z'
    const stamps = [at, `${at}.${'A'.repeat(43)}`, made.replace(/.*since=[^.]*\.\d{3}Z/, at), '']
    for (const since of stamps) {
      const address = `${paths.arrived(desk.ids.teamId)}?since=${encodeURIComponent(since)}`
      expect([since, (await desk.chen.get(address)).status]).toEqual([since, 404])
    }
    const foreign = await stampOf(desk.house.serverSecret, 'another', desk.clock.now())
    const address = `${paths.arrived(desk.ids.teamId)}?since=${encodeURIComponent(foreign)}`
    expect((await desk.chen.get(address)).status).toBe(404)
    expect((await desk.chen.get(made)).status).toBe(200)
  })

  it('says to whoever came back with an old key that they lack the one in force, and asks nothing of their browser', async () => {
    const { db, ids } = desk
    await changeLock()
    const report = await desk.write()
    const lacks = '还没有拿到本组钥匙，内容打不开。请陈静、黎工交钥匙。'
    expect(words((await desk.wu.get(desk.desk)).html)).toContain(lacks)
    expect((await desk.wu.get(paths.keys(ids.teamId))).html).not.toContain('data-reseal')
    expect((await desk.chen.get(paths.keys(ids.teamId))).html).toContain('data-reseal')
    await db.update(reports).set({ epoch: 2 }).where(eq(reports.id, report.id))
    expect(words((await desk.wu.get(paths.report(ids.teamId, report.id))).html)).toContain(lacks)
    expect(words((await desk.chen.get(desk.desk)).html)).not.toContain('还没有拿到本组钥匙')
  })

  it('says that something is to be locked anew where opening the keys page does it', async () => {
    await changeLock()
    const late = '换了锁，还有旧的反映要重新上锁。'
    const concluded = { state: 'concluded', concludedOn: '2026-11-20' } as const
    const report = await desk.write()
    const says = async (who: 'li' | 'chen', changed: Partial<Report>) => {
      await desk.db.update(reports).set(changed).where(eq(reports.id, report.id))
      return words((await desk[who].get(`${desk.desk}?show=done`)).html).includes(late)
    }
    expect(await says('chen', concluded)).toBe(true)
    expect(await says('chen', { contactHeld: true })).toBe(false)
    expect(await says('li', { contactHeld: true })).toBe(true)
    expect(await says('li', { state: 'archived' })).toBe(false)
  })

  it('leads to a report by the number a resident gives, and to nothing that is not there for this person', async () => {
    const report = await desk.write({}, { enquiryNumber: '482913' })
    await filed(desk.db, desk.moment(), { enquiryNumber: '117005' })
    const asks = (number: string) => desk.wu.get(`${desk.desk}?number=${encodeURIComponent(number)}`)
    for (const number of ['482913', ' 482 913 ', '４８２－９１３'])
      expect((await asks(number)).to).toBe(at(report))
    await desk.db.update(reports).set({ state: 'archived', queueKey: null }).where(eq(reports.id, report.id))
    expect((await asks('482913')).to).toBe(at(report))
    const answers = [await asks('117 005'), await asks('没有')]
    await recuse(desk.db, await desk.now(report), { person: 'wu', why: undefined }, li, desk.moment())
    answers.push(await asks('482913'))
    for (const { status, html } of answers) {
      expect([status, words(html)]).toEqual([200, expect.stringContaining('本组没有这个受理号。')])
    }
    expect(answers.map(({ html }) => typedIn(html, 'number'))).toEqual(['117 005', '没有', '482913'])
    expect(words((await asks('')).html)).not.toContain('没有这个受理号')
  })

  it('says of what somebody owns who left that they did, and tells the leader how many there are', async () => {
    const { db, ids } = desk
    const report = await accepted()
    await desk.write()
    const banner = '1 件还由离开的人承办，请分办'
    const says = async (who: 'li' | 'chen', address = desk.desk) => words((await desk[who].get(address)).html)
    expect(await says('li')).not.toMatch(/离开/)
    const here = and(eq(memberships.personId, 'wu'), eq(memberships.team, ids.teamId))
    const [place] = await db.delete(memberships).where(here).returning()
    for (const back of [true, false]) {
      expect(await says('li')).toContain(banner)
      expect(await says('chen')).toMatch(/吴桐（已离开）/)
      expect(await says('chen')).not.toContain(banner)
      expect(await says('li', at(report))).toContain('承办 吴桐（已离开）')
      const found = (await desk.li.get(`${desk.desk}?show=left`)).html
      expect(found.match(/<tr data-row/g)).toHaveLength(1)
      if (back) await db.insert(memberships).values(place!)
      if (back) await db.update(people).set({ state: 'disabled' }).where(eq(people.id, 'wu'))
    }
    await db.update(people).set({ state: 'answered' }).where(eq(people.id, 'wu'))
    expect(await says('li')).not.toMatch(/离开/)
  })

  it('speaks English', async () => {
    await desk.write()
    const { html } = await desk.chen.get(`${desk.desk}?lang=en`)
    expect(words(html)).toContain('1 working day left accept')
  })
})

describe('taking', () => {
  it('has one winner, and the loser reads who it was', async () => {
    const report = await desk.write()
    const address = paths.take(desk.ids.teamId, report.id)
    const both = await Promise.all([
      desk.chen.post(address, { from: 'queue' }),
      desk.wu.post(address, { from: 'queue', show: 'toAccept' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const owner = (await desk.now(report)).owner === 'chen' ? '陈静' : '吴桐'
    const lost = both.find(({ status }) => status === 409)
    expect(words(lost?.html ?? '')).toContain(`${owner} 刚刚领办了这件。`)
    expect(words(lost?.html ?? '')).toContain('待受理 1')
  })

  it('twice by the same person is once', async () => {
    const report = await desk.write()
    const address = paths.take(desk.ids.teamId, report.id)
    for (let n = 0; n < 2; n++) expect((await desk.chen.post(address, {})).status).toBe(303)
    expect(await stepsOf(report)).toEqual(['- file', 'chen take'])
  })

  it('is given by the leader, but not to the only leader', async () => {
    const report = await desk.write()
    const address = paths.assignOwner(desk.ids.teamId, report.id)
    const steps = String(report.steps)
    expect((await desk.chen.get(address)).status).toBe(303)
    expect((await desk.chen.post(address, { steps, owner: 'wu' })).status).toBe(409)
    const refused = await desk.li.post(address, { steps, owner: 'li' })
    expect(refused.status).toBe(422)
    expect(words(refused.html)).toContain('他是唯一的组长，不能又承办又审批，请选别人。')
    expect((await desk.li.post(address, { steps, owner: 'wu' })).to).toContain('said=assigned')
    expect((await desk.now(report)).owner).toBe('wu')
  })
})
