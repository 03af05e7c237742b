import { expect, it } from 'vitest'
import { openTeamDesk } from '../../test/team-desk.ts'
import { createApp } from '../app.tsx'
import type { Db } from '../db/db.ts'
import { paths } from '../paths.ts'
import { reports } from '../reports/tables.ts'
import { closeTeam } from '../rounds/closing.ts'
import { versionOf } from '../rounds/store.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { startSession } from '../staff/session.ts'

const anything = (bytes: number) => base64url(random(bytes))

it('enters nothing into a team that is closed in the very moment, and says so', async () => {
  const { house, db, ids, clock } = await openTeamDesk('2027-01-06T09:00:00+08:00')
  const hand = { who: 'zhou', now: clock.now() }
  const version = await versionOf(db, `team:${ids.teamId}`)
  let closed: string | undefined
  /** The same database, in which the team is closed after all was looked at and before anything is written. */
  const justBefore: Db = new Proxy(db, {
    get(whole, name) {
      if (name !== 'batch') return Reflect.get(whole, name) as unknown
      return async (statements: Parameters<Db['batch']>[0]) => {
        closed ??= await closeTeam(db, ids.teamId, version, 'li', hand)
        return whole.batch(statements)
      }
    },
  })
  const cookie = `__Host-session=${await startSession(db, 'chen', clock.now())}`
  const body = new URLSearchParams({
    channel: 'letter',
    unit: ids.unitId,
    kind: 'problem',
    tile: 'B3',
    receivedOn: '2027-01-04',
    reply: 'anonymous',
    hasText: 'yes',
    epoch: '1',
    id: anything(16),
    lookup: anything(32),
    dek: anything(115),
    line: anything(512 + 30),
    body: anything(1024 + 30),
    access: anything(64 + 30),
  })
  const app = createApp({ ...house, db: justBefore }, { grouped: false })
  const headers = { Host: 'localhost', Origin: 'http://localhost', Cookie: cookie }
  const address = `http://localhost${paths.enter(ids.teamId)}`
  const answer = await app.request(address, { method: 'POST', headers, body })
  expect(closed).toBe('done')
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('本组已撤点，不再登记。')
  expect(await db.select().from(reports)).toEqual([])
})
