import { announced } from '../src/clock/calendar.ts'
import { dayOf } from '../src/clock/day.ts'
import { openLibsqlFile } from '../src/db/libsql.ts'
import { atMost, type Figure } from './figure.ts'
import { inFolder } from './folders.ts'
import { multiply } from './multiply.ts'
import { migrations } from './office.ts'
import { lookAtQueues } from './queue-looks.ts'
import { type SeededTeam, seedOffice } from './seeded-office.ts'
import { seedReports } from './seeded-reports.ts'

const BUDGET = 20
const TEN_THOUSAND = 10_000

/** The queue page on the server at 10,000 reports over 40 rounds. */
export const queueTenThousand = (): Promise<Figure[]> =>
  withTenThousand(async (database, teams) => {
    const { page, bare } = await lookAtQueues(database, teams)
    return [atMost(BUDGET, { name: 'queue-10k', value: page, unit: 'ms p99', limit: bare })]
  })

/** The same at 1,000,000, which must not take twice as long as ten thousand do in the same run. */
export const queueMillion = (): Promise<Figure[]> =>
  withTenThousand(async (database, teams) => {
    const few = await lookAtQueues(database, teams)
    await multiply(database, 100)
    const many = await lookAtQueues(database, teams)
    const slower = atMost(2, { name: 'queue-1m-to-10k', value: many.page / few.page, unit: 'times' })
    const within = atMost(BUDGET, { name: 'queue-1m', value: many.page, unit: 'ms p99', limit: many.bare })
    return [{ ...within, ok: within.ok && slower.ok }, slower]
  })

const withTenThousand = <T>(
  job: (database: string, teams: readonly SeededTeam[]) => Promise<T>,
): Promise<T> =>
  inFolder(async (folder) => {
    const database = `file:${folder}/queue.db`
    const { db, close } = await openLibsqlFile(database, migrations)
    const { teams, sealed } = await seedOffice(db)
    await seedReports(db, teams, sealed, TEN_THOUSAND, { today: dayOf(new Date()), calendar: announced })
    close()
    return job(database, teams)
  })
