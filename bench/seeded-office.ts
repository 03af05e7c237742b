import type { Db } from '../src/db/db.ts'
import { createRound } from '../src/rounds/store.ts'
import { createTeam } from '../src/rounds/teams.ts'
import { createUnit } from '../src/rounds/units.ts'
import { random } from '../src/sealing/bytes.ts'
import { makeQueryCode } from '../src/sealing/query-code.ts'
import { makeDek, makeReportId, type SealedReport, sealReport } from '../src/sealing/seal.ts'
import { fingerprint } from '../src/sealing/suite.ts'
import { giveKeys, hand, makeOffice, roundFields, teamFields } from '../test/cast/bare-office.ts'

const ROUNDS = 40
const TEAMS = 2
const UNITS = 6

/** A team's desk: whose it is, and which units its reports are about. */
export interface SeededTeam {
  roundId: string
  teamId: string
  units: readonly string[]
  leader: string
}

/** An office after forty rounds of two teams, and one report sealed to one of its teams. */
export async function seedOffice(db: Db): Promise<{ teams: SeededTeam[]; sealed: SealedReport }> {
  const office = await makeOffice(db)
  const units: string[] = []
  for (let n = 0; n < UNITS; n++) {
    const [id, name] = [`unit-${n}`, `第${n + 1}村`]
    const parentId = n === 0 ? null : 'unit-0'
    await createUnit(db, id, { name, shortName: name, type: n === 0 ? 'town' : 'village', parentId }, hand)
    units.push(id)
  }
  const teams: SeededTeam[] = []
  let keys: Awaited<ReturnType<typeof giveKeys>> | undefined
  for (let r = 0; r < ROUNDS; r++) {
    const roundId = `round-${r}`
    await createRound(db, roundId, { ...roundFields, seq: r + 1, title: `第${r + 1}轮巡察` }, hand)
    for (let t = 0; t < TEAMS; t++) {
      const teamId = `team-${r}-${t}`
      await createTeam(db, { id: teamId, roundId }, { ...teamFields, name: `第${t + 1}巡察组` }, hand)
      keys = await giveKeys(db, office, { roundId, teamId })
      teams.push({ roundId, teamId, units, leader: `${teamId}-p0` })
    }
  }
  if (!keys) throw new Error('no team')
  return { teams, sealed: await sealOne(keys, await fingerprint(office.root)) }
}

async function sealOne(
  keys: Awaited<ReturnType<typeof giveKeys>>,
  rootPrint: SealedReport['dek'],
): Promise<SealedReport> {
  const named = { rootPrint, holder: `team:${keys.team}`, epoch: keys.epoch }
  const body = {
    kind: 'problem',
    unit: 'unit-1',
    tile: 'B3',
    place: '',
    subject: '',
    language: 'zh',
    files: '',
    text: '水渠去年说修好了，账上也写了，下段还是土沟。',
    court: false,
    afraid: false,
    callMe: false,
    forOther: false,
  } as const
  const draft = { id: makeReportId(), dek: makeDek(), code: makeQueryCode(), salt: random(16), body }
  return sealReport({
    ...draft,
    to: { ...named, key: keys.key },
    contactTo: { ...named, key: keys.contactKey },
  })
}
