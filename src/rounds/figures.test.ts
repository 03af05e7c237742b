import { beforeEach, expect, it } from 'vitest'
import { hand, makeRound } from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { filed } from '../../test/filed.ts'
import { paths } from '../paths.ts'
import { LEADING_GROUP } from '../staff/roles.ts'
import { startSession } from '../staff/session.ts'
import { memberships, people } from '../staff/tables.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
/** The page of the leading group, as one of them reads it now. */
let look: (query?: string) => Promise<string>

beforeEach(async () => {
  at = await openOfficeDesk('2026-11-24T09:00:00+08:00')
  ids = await makeRound(at.db)
  const id = 'p-leading'
  const invitedAt = hand.now.toISOString()
  await at.db.insert(people).values({ id, name: '高远', username: id, state: 'active', invitedAt })
  await at.db
    .insert(memberships)
    .values({ personId: id, team: LEADING_GROUP, roles: LEADING_GROUP, certificate: 'signed' })
  look = async (query = '') => {
    const Cookie = `__Host-session=${await startSession(at.db, id, at.clock.now())}`
    return wordsOf(at.app.request(paths.figures + query, { headers: { Cookie } }))
  }
})

const file = (many: number) =>
  Promise.all(
    Array.from({ length: many }, () =>
      filed(at.db, { now: at.clock.now(), calendar: at.clock.calendar }, { ...ids, kind: 'conduct' }),
    ),
  )

it('the leading group reads whole days alone, however often it looks, while the office reads what is here now', async () => {
  await file(3)
  expect(await wordsOf(at.get(paths.round(ids.roundId)))).toContain('扫码 0 3 0 3')
  expect(await look()).toContain('扫码 – – –')
  at.clock.set('2026-11-25T00:00:00+08:00')
  const morning = await look()
  expect(morning).toContain('扫码 – 3 –')
  expect(morning).toMatch(/算到 ?11月24日（星期二） ?为止；口径：当天收到的第二天才计，/)
  expect(await look('?lang=en')).toContain('what comes on a day counts from the day after')
  await file(1)
  at.clock.set('2026-11-25T23:59:59+08:00')
  expect(await look()).toBe(morning)
  at.clock.set('2026-11-26T00:00:00+08:00')
  expect(await look()).toContain('扫码 – 4 –')
})
