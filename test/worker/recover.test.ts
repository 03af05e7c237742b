import { applyD1Migrations, env } from 'cloudflare:test'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { openD1, openLibsqlHttp } from '../../src/db/edge.ts'
import { paths } from '../../src/paths.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { type Place, signIn } from '../cast/at-desk.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import { openVillageIn, type Peopled } from '../cast/peopled.ts'
import { recover, recoveryDoorOf, renew } from '../cast/recovering.ts'
import { speak } from '../cast/residents.ts'
import { takeSeat } from '../cast/seat.ts'
import { said } from '../cast/words.ts'
import { takeUp } from '../cast/working.ts'
import { placeOn } from './place.ts'

// Where nobody can stop a server and sit down at its terminal, the sheets still give everything back.

const { BLOBS, DB, SERVER_SECRET, SETUP_SECRET } = env
const RECOVER_SECRET = 'a secret the operator has set today'
const remote = inject('hranaForTheSheets')
const secrets = { SERVER_SECRET, SETUP_SECRET, RECOVER_SECRET }
const overHttp = { DATABASE_URL: remote.url, DATABASE_AUTH_TOKEN: remote.token, BLOBS, ...secrets }
const account = { name: '何苗', username: 'hemiao', password: 'shan lu shi ba wan' }
const toOffice = { kind: 'conduct', tile: 'O6', text: '巡察组有人在村里打牌。' } as const

beforeAll(() => applyD1Migrations(DB, env.MIGRATIONS))

describe.each([
  ['D1', { DB, BLOBS, ...secrets }, () => openD1(DB)],
  ['libSQL over HTTP', overHttp, () => openLibsqlHttp(remote.url, remote.token)],
] as const)('two sheets on the Worker as it is uploaded, with %s', (_, bindings, open) => {
  let place: Place
  let village: Peopled
  let sheets: Peopled['sheets']
  let number = ''

  const stranger = () => takeSeat(place.door, place.origin)

  beforeAll(async () => {
    place = placeOn(open(), bindings)
    // Before there is an office there is nothing to recover.
    expect((await stranger().get(recoveryDoorOf(place, RECOVER_SECRET).address)).status).toBe(404)
    village = await openVillageIn(place)
    number = (await speak(place, village.token, { ...said.ditch, ...toOffice }, 'office')).enquiryNumber
  }, 120_000)

  test('make a new set while the house is at work, and give a team’s keys away', async () => {
    const { administrator, ids } = village
    const deputy = await join(place, administrator, { ...players.wu, roles: 'leader' }, ids.teams.first)
    const told = await speak(place, village.token, said.ditch)
    const chosen = [`${ids.teams.first} ${deputy.id}`]
    const made = await renew(administrator, village.sheets.slice(0, 2), chosen)
    expect(made.posted.given).toHaveLength(1)
    expect((await made.post()).status).toBe(204)
    sheets = made.sheets
    expect((await takeUp(place, deputy, told.enquiryNumber)).opened.dek).toHaveLength(32)
    await expect(renew(administrator, village.sheets.slice(1))).rejects.toThrow('foreign')
  }, 60_000)

  test('give the office to a new administrator by the secret of the settings, once', async () => {
    const door = recoveryDoorOf(place, RECOVER_SECRET)
    const nowhere = (await (await stranger().get('/nowhere')).text()).replaceAll('/nowhere', paths.recover)
    const { post, posted, lost } = await recover(door, { sheets: sheets.slice(1), account })
    for (const wrong of ['', '?secret=', '?secret=guessed-guessed-guessed-guessed']) {
      const answer = await stranger().get(paths.recover + wrong)
      expect([answer.status, await answer.text()]).toEqual([404, nowhere])
      expect((await stranger().ask(paths.recover + wrong, posted)).status).toBe(404)
    }
    expect(lost).toEqual([])
    expect((await post()).status).toBe(204)

    const anew = await signIn(place, account.username, account.password)
    const { report } = await takeUp(place, anew, number)
    expect(report.teamId).toBe(OFFICE)
    // Everybody was signed out, and the secret is spent for good.
    expect((await village.administrator.seat.get(paths.office)).status).toBe(401)
    expect((await stranger().get(door.address)).status).toBe(404)
    expect((await post()).status).toBe(404)
  }, 60_000)
})
