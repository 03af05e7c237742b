import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../src/paths.ts'
import { lookUp, speak, speakPlainly } from './cast/residents.ts'
import { takeSeat } from './cast/seat.ts'
import { fileOf, sendAll, speakOf } from './cast/sending.ts'
import { accept, ask } from './cast/working.ts'
import { openVillage, type Village } from './journeys/stage.ts'

/** Tables in which the order of rows tells nothing, and why they need that. */
const unordered = {
  reports: 'filed; its days are days, and the one instant goes when it leaves what is new',
  envelopes: 'what residents write, beside what staff write',
  earlierEnvelopes: 'what staff lock anew, many reports at a time; a day',
  messages: 'what residents add; a day, and a place within the one conversation',
  steps:
    'filed, added, answered, erased: a day for residents, an instant for staff; a place within one report',
  files: 'promised with a report, or with what is added to it; days',
  pieces: 'as they come; a place within one file',
  spentWork: 'by which a report was let in; nothing of the report, a day, for two days',
  doubts: 'what somebody found wrong with a notice; the day of the first',
  proposals: 'staff write it; with other rows of the report it would order them',
  escalations: 'staff write it; the same',
  recusals: 'staff write it; the same',
  leavings: 'staff write it; the same',
  scans: 'sums of a day, written when it is over',
}

/** Every other table, and why nobody learns from its order or its times when a resident wrote. */
const ordered = {
  __drizzle_migrations: 'when the house was opened with new tables',
  assignments: 'the office’s plan',
  checklists: 'written by the office',
  codes: 'minted by the office, before anybody can scan them',
  counting: 'the office says for which units scans are counted',
  designations: 'the office names a unit, days after a report was given back twice',
  fixNotices: 'numbered by staff, in the order of the paper',
  grants: 'keys of staff',
  handlingUnits: 'the office’s list',
  handouts: 'staff count cards and table tents; sums',
  holidays: 'what the State Council announces',
  invitations: 'staff are invited',
  letterEnvelopes:
    'written by staff, and read in that order: letter, reply, the next reply. Residents write none',
  memberships: 'staff',
  milestones: 'the office’s plan',
  offices: 'one row',
  people: 'staff',
  permits: 'a team asks, the office answers: after the report was read',
  referrals: 'a letter is drafted after the report was accepted, and staff’s times are on record',
  rounds: 'the office’s plan',
  secondFactors: 'staff',
  sessions: 'staff sign in; residents have no session',
  sheetPhotos: 'staff take them of paper; a day',
  sheets: 'staff hang and look after paper',
  signInTries: 'wrong passwords of staff',
  stagesReached: 'the office’s plan',
  successions: 'new roots of the office',
  supervisions: 'numbered letters of the office',
  teamKeys: 'made by leaders',
  teams: 'the office’s plan',
  tellings: 'numbered by staff when paper is printed',
  unitRecusals: 'the office’s list',
  units: 'imported by the office, and listed in that order',
}

type Tables = Record<string, { rows: unknown[][] }>

describe('when a resident wrote', () => {
  let village: Village
  /** The instants at which a resident did something. */
  const moments: string[] = []
  const changed = new Set<string>()

  const kinds = async () => {
    const list = sql`select name, wr from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`
    return (await village.house.db.all(list)) as [string, number][]
  }
  const look = async (): Promise<Tables> => {
    const found: Tables = {}
    for (const [name] of await kinds())
      found[name] = { rows: (await village.house.db.all(sql.raw(`select * from "${name}"`))) as unknown[][] }
    return found
  }
  /** A resident does something at an instant that nothing else shares. */
  const at = async <Done>(instant: string, act: () => Promise<Done>): Promise<Done> => {
    const before = await look()
    village.clock.set(`2026-11-25T${instant}+08:00`)
    moments.push(instant)
    const done = await act()
    for (const [name, rows] of Object.entries(await look()))
      if (JSON.stringify(rows) !== JSON.stringify(before[name])) changed.add(name)
    return done
  }
  const staffAt = (time: string) => {
    village.clock.set(`2026-11-25T${time}:00+08:00`)
    return village.liaison.comeBack()
  }
  /** Where one of those instants can be read: in words, or as seconds or thousandths since 1970. */
  async function timed(): Promise<string[]> {
    const instants = moments.map((time) => new Date(`2026-11-25T${time}+08:00`).getTime())
    const words = instants.flatMap((one) => [
      new Date(one).toISOString().slice(10, 16),
      new Date(one + 8 * 3_600_000).toISOString().slice(10, 16),
      String(one).slice(0, 8),
    ])
    const isNear = (value: number) =>
      instants.some((one) => Math.abs(value - one) < 600_000 || Math.abs(value * 1000 - one) < 600_000)
    const tells = (value: unknown) =>
      typeof value === 'number'
        ? isNear(value)
        : typeof value === 'string' && words.some((one) => value.includes(one))
    return Object.entries(await look())
      .filter(([, { rows }]) => rows.some((row) => [...row].some(tells)))
      .map(([name]) => name)
  }

  /** Which tables told an instant: of new reports, while one is asked something, and when all are accepted. */
  const read: Record<string, string[]> = {}

  beforeAll(async () => {
    village = await openVillage()
    const { place, liaison, token } = village
    const said = {
      tile: 'B3',
      text: '补贴没到手。',
      reply: 'contactOnly',
      phone: '13912345678',
      consent: true,
    } as const
    const one = await at('11:17:41.123', () => speak(place, token, said))
    const other = await at('11:38:02.456', () => speakPlainly(place, token, said))
    const sender = await at('11:59:13.789', () => speakOf(place, token, said, [fileOf(900)]))
    await at('12:21:24.012', () => sendAll(place, sender))
    await at('12:43:35.345', async () => (await lookUp(place, one.code)).add('还有一件。'))
    await at('13:04:46.678', async () => (await lookUp(place, one.code)).erase())
    await at('13:26:57.901', () =>
      takeSeat(place.door).post(paths.wrongNotice, { what: 'other', number: '123450' }),
    )
    read.filed = await timed()

    await staffAt('15:00')
    for (const { enquiryNumber } of [one, sender])
      await accept(place, liaison, enquiryNumber, liaison, { category: 'B3/B3' })
    await staffAt('15:10')
    await ask(place, liaison, other.enquiryNumber, '哪一年的？', '2026-12-04')
    await at('15:47:08.234', async () => (await lookUp(place, other.code)).add('去年的。'))
    read.asked = await timed()
    await staffAt('16:30')
    await accept(place, liaison, other.enquiryNumber, liaison, { category: 'B3/B3' })
    read.accepted = await timed()
  })

  it('stands nowhere once the report was accepted, and was to be read before in the one place that says so', () => {
    expect(read).toEqual({ filed: ['reports'], asked: ['reports'], accepted: [] })
  })

  it('is in no order of rows: every table a resident writes has random keys and no rowid', async () => {
    const without = (await kinds()).filter(([, wr]) => wr === 1).map(([name]) => name)
    expect(without.sort()).toEqual(Object.keys(unordered).sort())
    expect([...changed].sort()).toEqual([
      'doubts',
      'envelopes',
      'files',
      'messages',
      'pieces',
      'reports',
      'steps',
    ])
    expect([...changed].filter((name) => !without.includes(name))).toEqual([])
  })

  it('does not follow from any other table, each for a reason', async () => {
    const others = (await kinds()).filter(([, wr]) => wr === 0).map(([name]) => name)
    expect(others.sort()).toEqual(Object.keys(ordered).sort())
  })
})
