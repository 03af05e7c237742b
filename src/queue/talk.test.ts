import { describe, expect, it } from 'vitest'
import { acceptance, at, atTeamDesk, desk, moveAt, sealed, stepsOf, words } from '../../test/team-moves.ts'
import { paths } from '../paths.ts'
import { letTimePass } from '../reports/daily.ts'
import { eraseContact } from '../reports/erasing.ts'
import { listEnvelopes, listMessages } from '../reports/store.ts'
import { supplement } from '../reports/supplementing.ts'
import { type Report, reports } from '../reports/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { sealMessageToResident, sealNote } from './writing.client.ts'

atTeamDesk()

describe('talk', () => {
  it('reaches the resident once, and only from who may', async () => {
    const report = await desk.write()
    const message = sealed('message', await sealMessageToResident(await desk.open(report), '我们收到了'))
    const address = paths.messages(desk.ids.teamId, report.id)
    expect((await desk.wu.post(address, message)).status).toBe(409)
    for (let n = 0; n < 2; n++) expect((await desk.chen.post(address, message)).to).toContain('said=sent')
    expect(await listMessages(desk.db, report.id)).toHaveLength(1)
  })

  it('of the resident stays new until somebody has read it', async () => {
    const report = await desk.write()
    const envelope = random(1054)
    await supplement(desk.db, report, { id: base64url(random(16)), envelope }, desk.moment())
    expect(words((await desk.chen.get(`${desk.desk}?show=fresh`)).html)).toContain('新留言')
    const read = paths.read(desk.ids.teamId, report.id)
    expect((await desk.chen.post(read, {})).status).toBe(409)
    expect((await desk.wu.get(at(report))).html).not.toContain(read)
    const seen = /name="seen" value="(\d+)"/.exec((await desk.chen.get(at(report))).html)?.[1] ?? ''
    expect((await desk.chen.post(read, { seen })).to).toContain('said=read')
    expect((await desk.now(report)).unread).toBe(false)
  })

  it('notes down for the team, and is not overtaken by a move', async () => {
    const report = await desk.write()
    const note = sealed('note', await sealNote(await desk.open(report), '先查账'))
    await desk.chen.post(moveAt(report, 'accept'), acceptance(report))
    expect((await desk.wu.post(paths.note(desk.ids.teamId, report.id), note)).to).toContain('said=noted')
    expect((await desk.li.get(at(report))).html).toContain(`data-part-id="${note.noteId}"`)
  })
})

describe('whoever has no query code', () => {
  const withoutQueryCode = { lookupHash: null, channel: 'letter' as const }

  it('is asked by telephone: no question is put where nobody reads it, and no clock stands still', async () => {
    const report = await desk.write({}, withoutQueryCode)
    const page = words((await desk.chen.get(at(report))).html)
    expect(page).toContain('请补充 没有查询码，不能在网上问')
    expect((await desk.chen.get(moveAt(report, 'ask'))).status).toBe(303)
    const question = sealed('question', await sealMessageToResident(await desk.open(report), '哪一天？'))
    const form = { steps: String(report.steps), due: '2026-12-03', ...question }
    expect((await desk.chen.post(moveAt(report, 'ask'), form)).status).toBe(409)
    expect(await desk.now(report)).toMatchObject({ state: 'received', pausedOn: null })
  })

  it('is nowhere said to see or to have been told anything, nor to have had a code', async () => {
    const report = await desk.write({}, withoutQueryCode)
    const form = words((await desk.chen.get(moveAt(report, 'accept'))).html)
    expect(form).toContain('没有查询码，群众看不到。问起时可以说：')
    expect((await desk.chen.post(moveAt(report, 'accept'), acceptance(report))).to).toContain('said=noted')
    desk.clock.set('2026-12-17T09:00:00+08:00')
    await letTimePass(desk.db, desk.moment())
    const page = words((await desk.chen.get(at(report))).html)
    expect(page).toContain('过了答应的日期；没有查询码，没能告知群众')
    expect(page.match(/没有查询码，群众看不到。/g)).toHaveLength(2)
    expect(page + form).not.toMatch(/查询码已失效|，已告知群众|群众会看到|群众现在看到|给群众留言/)
  })

  it('any more reads nothing new, but had one', async () => {
    const report = await desk.write()
    await letTimePass(desk.db, desk.moment())
    await desk.db.update(reports).set({ state: 'archived', concludedOn: '2025-11-20' })
    await letTimePass(desk.db, desk.moment())
    const page = words((await desk.chen.get(at(report))).html)
    expect(page).toContain('查询码已失效，群众看不到新留言。')
    expect(page).not.toContain('没有查询码')
  })
})

describe('contact details', () => {
  const named = { identityMode: 'contactOnly' as const }
  const address = (report: Report) => paths.contact(desk.ids.teamId, report.id)

  it('are on no page, and come to a leader who says why, with a step for every view', async () => {
    const report = await desk.write({}, named)
    const page = await desk.li.get(at(report))
    expect(words(page.html)).toContain('留了电话，另外上锁。 为什么要看？')
    const [held] = await listEnvelopes(desk.db, [report.id], ['contact'])
    const envelope = base64url(held?.envelope ?? random(1))
    expect(page.html).not.toContain(envelope)
    expect((await desk.li.post(address(report), {})).status).toBe(422)
    const unsaid = await desk.li.post(address(report), { viewWhy: 'other' })
    expect(unsaid.status).toBe(422)
    expect(unsaid.html).toMatch(/id="viewOther".*?<span class="error">请写明为什么要看。/s)
    expect(unsaid.html).toMatch(/value="other" required="" checked=""/)
    expect(await stepsOf(report)).toEqual(['- file'])
    const shown = await desk.li.post(address(report), { viewWhy: 'callBack' })
    expect(shown.status).toBe(200)
    expect(shown.html).toContain(envelope)
    await desk.li.post(address(report), { viewWhy: 'identity' })
    expect(await stepsOf(report)).toEqual(['- file', 'li view contact', 'li view contact'])
    expect(words((await desk.chen.get(at(report))).html)).toContain('黎工 · 查看联系方式 回电')
  })

  it('that staff entered may be an address, and are not called a telephone', async () => {
    const report = await desk.write({}, { ...named, channel: 'letter' })
    expect(words((await desk.li.get(at(report))).html)).toContain('留了联系方式，另外上锁。')
    const queue = words((await desk.li.get(desk.desk)).html)
    expect(queue).toContain('留联系方式')
    expect(queue).not.toContain('留电话')
  })

  it('are not for the liaison or a member, and the attempt leaves nothing', async () => {
    const report = await desk.write({}, named)
    expect(words((await desk.chen.get(at(report))).html)).toContain('只有组长和副组长能看。')
    for (const seat of [desk.chen, desk.wu]) {
      expect((await seat.post(address(report), { viewWhy: 'callBack' })).status).toBe(404)
    }
    expect(await stepsOf(report)).toEqual(['- file'])
  })

  it('of somebody who wants a call are for the leader to use, and the others are told so', async () => {
    const report = await desk.write({ callMe: true }, named)
    for (const seat of [desk.chen, desk.wu])
      expect(words((await seat.get(at(report))).html)).toContain(
        '群众要回电，请组长打。 只有组长和副组长能看。',
      )
    expect(words((await desk.li.get(at(report))).html)).not.toContain('请组长打')
  })

  it('that were taken back by somebody who wanted a call leave nobody a call to make', async () => {
    const report = await desk.write({ callMe: true }, named)
    const listed = async () => (await desk.li.get(desk.desk)).html
    expect(words(await listed())).toContain('要回电')
    await eraseContact(desk.db, report, '2026-11-24', 'asked')
    expect(words(await listed())).not.toContain('要回电')
    const none = 'data-no-text="（没有写，也没有电话）"'
    expect(await listed()).toContain(none)
    expect((await desk.li.get(at(report))).html).toContain(none)
    const added = { id: base64url(random(16)), envelope: random(1054) }
    await supplement(desk.db, (await desk.now(report))!, added, desk.moment())
    const page = (await desk.li.get(at(report))).html
    expect(page).not.toContain(none)
    expect(page).toContain('data-no-text="起先没有写，后来的话在留言里。"')
  })

  it('that were erased are said to be, with the day', async () => {
    const report = await desk.write({}, named)
    await eraseContact(desk.db, report, '2026-11-24', 'asked')
    const { html } = await desk.li.get(at(report))
    expect(words(html)).toContain('联系方式已于 11月24日（星期二）擦除。')
    expect((await desk.li.post(address(report), { viewWhy: 'callBack' })).status).toBe(409)
  })

  it('that nobody left are said so', async () => {
    expect(words((await desk.li.get(at(await desk.write()))).html)).toContain('联系方式 没有留。')
  })
})
