import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { seatSigner } from '../../test/cast/bare-office.ts'
import { decide, openToRefer, refer, ticks } from '../../test/referral.ts'
import { wordsApart } from '../../test/words.ts'
import { createApp } from '../app.tsx'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { reports } from '../reports/tables.ts'
import { random } from '../sealing/bytes.ts'
import { startSession } from '../staff/session.ts'
import { grants } from '../staff/tables.ts'
import { listReferrals } from './store.ts'
import { handlingUnits, referrals } from './tables.ts'

describe('signing a letter', () => {
  /** A letter that waits for its number, and two administrators, each at a desk of their own. */
  async function waiting() {
    const { desk, report } = await openToRefer()
    const { db } = desk
    for (const id of ['周明', '许岚']) await seatSigner(db, id)
    await refer(desk, report)
    await decide(desk, await desk.now(report), { decision: 'approve', ...ticks })
    const letter = async () => (await listReferrals(db, report.id))[0]!
    const { id } = await letter()
    const ask = async (who: string, address: string, method = 'GET', body?: URLSearchParams) => {
      const headers = new Headers({ Host: 'localhost', Origin: 'http://localhost' })
      headers.set('Cookie', `__Host-session=${await startSession(db, who, desk.clock.now())}`)
      const app = createApp(desk.house, { grouped: false })
      const answer = await app.request(`http://localhost${address}`, { method, headers, body: body ?? null })
      return { status: answer.status, html: await answer.text() }
    }
    const sign = (who: string, ...marks: [string, string][]) =>
      ask(who, paths.signLetter(id), 'POST', new URLSearchParams(marks))
    const look = (who: string, lang = '') => ask(who, paths.letter(id) + lang)
    return { db, letter, id, report, sign, look }
  }
  const another = (name: string, belongsTo: string | null = null) => ({
    ...{ id: name, name, belongsTo, contact: '何晓', phone: '0700-5550302', retired: false },
  })
  const boxOf = (personId: string) => and(eq(grants.kind, 'box'), eq(grants.personId, personId))

  it('is not for who cannot open it: the page says who can, and stays as it is', async () => {
    const { db, letter, id, sign, look } = await waiting()
    await db.delete(grants).where(boxOf('周明'))
    const shown = await look('周明')
    expect(wordsApart(shown.html)).toContain(
      '打不开这份函：您没有办公室的钥匙。 请许岚签发，能打开的人才能签。',
    )
    expect(shown.html).not.toContain(paths.signLetter(id))
    const signing = await look('许岚')
    expect(signing.html).toContain(paths.signLetter(id))
    expect(wordsApart(signing.html)).toContain('巡察组可以在反映件“登记退回”里撤回')
    expect((await look('许岚', '?lang=en')).html).toContain('<h1>Waits for its number</h1>')

    const before = await letter()
    const refused = await sign('周明')
    expect(refused.status).toBe(409)
    expect(wordsApart(refused.html)).toContain('没有签发：签的人要能看到内容。')
    expect(wordsApart(refused.html)).toContain('请许岚签发')
    expect(refused.html).toContain('class="paper"')
    expect(await letter()).toEqual(before)
    expect(await listSteps(db, `referral:${id}`)).toHaveLength(before.steps)

    expect((await sign('许岚')).status).toBe(303)
    expect(await letter()).toMatchObject({ state: 'issued', number: 1, signedBy: '许岚' })
  })

  it('asks for the very box it is sealed to, and says when there is nobody at all', async () => {
    const { db, letter, sign, look } = await waiting()
    await db.update(referrals).set({ box: 2 })
    expect((await sign('许岚')).status).toBe(409)
    expect(wordsApart((await look('许岚')).html)).toContain('现在没有人能签发')
    await db.insert(grants).values({
      holder: 'office',
      epoch: 2,
      kind: 'box',
      personId: '许岚',
      envelope: random(8),
      by: '许岚',
    })
    expect((await sign('周明')).status).toBe(409)
    expect((await sign('许岚')).status).toBe(303)
    expect((await letter()).number).toBe(1)
  })

  it('is not for who drafted it, whom nobody names as the one to ask', async () => {
    const { db, sign, look } = await waiting()
    await db.update(referrals).set({ draftedBy: '许岚' })
    await db.delete(grants).where(boxOf('周明'))
    expect(wordsApart((await look('周明')).html)).toContain('现在没有人能签发')
    expect(wordsApart((await sign('许岚')).html)).toContain('由另一名管理员签发')
  })

  it('marks it urgent, and says who else gets it', async () => {
    const { db, letter, sign, look } = await waiting()
    await db.insert(handlingUnits).values([another('岚川市财政局'), another('岚川市水利局')])
    const page = (await look('周明')).html
    for (const name of ['岚川市财政局', '岚川市水利局']) expect(page).toContain(`value="${name}"`)
    // It goes there anyway.
    expect(page).not.toContain('value="岚川市农业农村局"')
    const to = [
      ['copies', '岚川市财政局'],
      ['copies', '岚川市水利局'],
    ] as const
    expect(
      (await sign('周明', ['urgency', 'veryUrgent'], ...to.map((one) => [...one] as [string, string])))
        .status,
    ).toBe(303)
    expect((await letter()).wording).toMatchObject({
      urgency: '特急',
      copies: '抄送：岚川市财政局，岚川市水利局。',
    })
    const signed = wordsApart((await look('周明')).html)
    expect(signed).toMatch(/特急 岚巡办函〔2026〕1号.*11月24日 抄送：岚川市财政局，岚川市水利局。/)
  })

  it('is not for a machine of the net once it is secret: what was chosen stays, nothing is numbered', async () => {
    const { letter, sign } = await waiting()
    const refused = await sign('周明', ['urgency', 'urgent'], ['secrecy', 'secret'])
    expect(refused.status).toBe(422)
    expect(wordsApart(refused.html)).toContain(
      '涉密的函不能在这里做，没有编号。请退回巡察组，在保密电脑上办。',
    )
    expect(refused.html).toMatch(/value="urgent" selected[\s\S]*value="secret" selected/)
    expect((await letter()).number).toBeNull()
  })

  it('gives no copy to whom it may not go', async () => {
    const { db, letter, report, sign, look } = await waiting()
    const { unitId } = report
    await db.insert(handlingUnits).values([another('岚川市财政局'), another('青塘村合作社', unitId)])
    const barred = () => sign('周明', ['copies', '青塘村合作社'])
    expect((await look('周明')).html).toContain('value="青塘村合作社"')
    await db.update(reports).set({ afraid: true })
    expect((await look('周明')).html).not.toContain('value="青塘村合作社"')
    const refused = await barred()
    expect(refused.status).toBe(422)
    expect(wordsApart(refused.html)).toContain('有的单位现在不能抄送，没有编号。请重选。')
    expect((await letter()).number).toBeNull()
    expect((await sign('周明', ['copies', '没有的单位'])).status).toBe(422)
    expect((await sign('周明', ['copies', '岚川市财政局'])).status).toBe(303)
  })
})
