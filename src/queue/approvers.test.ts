import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTeamDesk } from '../../test/team-desk.ts'
import { paths } from '../paths.ts'
import { recuse } from '../reports/recusing.ts'
import { reports } from '../reports/tables.ts'
import { memberships } from '../staff/tables.ts'

const li = { id: 'li', roles: ['leader' as const] }

test('before a proposal is written, its page says who can approve it, or that nobody can', async () => {
  const desk = await openTeamDesk()
  const { db, ids, moment } = desk
  const report = await desk.write()
  const at = paths.report(ids.teamId, report.id)
  const declining = paths.move(ids.teamId, report.id, 'decline')
  for (const address of [at, declining])
    expect((await desk.chen.get(address)).html).toContain('报审的由黎工批。')
  expect((await desk.chen.get(`${at}?lang=en`)).html).toContain('黎工 can approve proposals.')
  // Who proposes nothing is told nothing.
  expect((await desk.wu.get(at)).html).not.toMatch(/能批|批。/)

  await db.update(memberships).set({ roles: 'leader,liaison' }).where(eq(memberships.personId, 'li'))
  for (const address of [at, declining])
    expect((await desk.li.get(address)).html).toContain('本组只有您能批，请找办公室。')

  await db.update(memberships).set({ roles: 'deputy,liaison' }).where(eq(memberships.personId, 'wu'))
  for (const address of [at, declining])
    expect((await desk.li.get(address)).html).toContain('报审的由吴桐批。')
  expect((await desk.chen.get(at)).html).toContain('报审的由黎工、吴桐批。')
  await db.update(reports).set({ owner: 'wu' })
  expect((await desk.chen.get(at)).html).toContain('报审的由黎工批。')

  await recuse(db, await desk.now(report), { person: 'li', why: 'recusal:kin' }, li, moment())
  for (const address of [at, declining])
    expect((await desk.chen.get(address)).html).toContain('本组没有人能批，请找办公室。')
})
