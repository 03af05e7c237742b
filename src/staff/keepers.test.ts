import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import { paths } from '../paths.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { FROM_OFFICE, isKeeper } from './keepers.ts'
import { grants } from './tables.ts'

let desk: TeamDesk
let team: string
beforeEach(async () => {
  desk = await openTeamDesk()
  team = desk.ids.teamId
})

const outOfSheets = (personId: string) =>
  desk.db.update(grants).set({ by: FROM_OFFICE }).where(eq(grants.personId, personId))
const without = (personId: string) => desk.db.delete(grants).where(eq(grants.personId, personId))
const keepers = async () => {
  const found = await Promise.all(
    ['li', 'chen', 'wu'].map(async (id) => [id, await isKeeper(desk.db, team, id)]),
  )
  return found.flatMap(([id, is]) => (is ? [id] : []))
}
const handKeyTo = (personId: string) =>
  desk.li.post(paths.grant(team), { epoch: '1', personId, key: base64url(random(200)) })
const take = async () => (await desk.chen.post(paths.take(team, (await desk.write()).id), {})).status

describe('who keeps a team’s key', () => {
  it('has it of a colleague, as long as anybody has', async () => {
    await outOfSheets('chen')
    expect(await keepers()).toEqual(['li', 'wu'])
    expect(await take()).toBe(403)
    expect((await handKeyTo('chen')).status).toBe(303)
    expect(await keepers()).toEqual(['li', 'chen', 'wu'])
    expect(await take()).toBe(303)
  })

  it('is everybody who was given it out of the sheets, where nobody has it otherwise, and whom they hand it to', async () => {
    for (const one of ['li', 'chen']) await outOfSheets(one)
    await without('wu')
    expect(await keepers()).toEqual(['li', 'chen'])
    expect((await handKeyTo('wu')).status).toBe(303)
    expect(await keepers()).toEqual(['li', 'chen', 'wu'])
    expect(await take()).toBe(303)
  })

  it('is not asked where nobody is left who has it', async () => {
    for (const one of ['li', 'chen', 'wu']) await without(one)
    expect(await take()).toBe(303)
  })
})
