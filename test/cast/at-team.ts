import { listFiles } from '../../src/files/store.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { openBody } from '../../src/sealing/open.ts'
import { type Place, signIn } from './at-desk.ts'
import { players } from './people.ts'
import { openAtDesk } from './sending.ts'
import { takeUp } from './working.ts'

/** What the team finds of a report: its words, and each of its files. */
export async function atTeam(place: Place, enquiryNumber: string) {
  const { username, password } = players.chen
  const liaison = await signIn(place, username, password)
  const { opened, report } = await takeUp(place, liaison, enquiryNumber)
  const stated = await listFiles(place.house.db, report.id, '2026-01-01')
  const files = []
  for (const { id, kind, state, messageId } of stated) {
    const whole = state === 'whole' ? await openAtDesk(place, liaison, enquiryNumber, id) : undefined
    files.push({ kind, state, messageId, ...whole })
  }
  const [body] = await listEnvelopes(place.house.db, [report.id], ['body'])
  if (!body) throw new Error(`no words in ${enquiryNumber}`)
  return {
    body: await openBody(opened.dek, report.id, body.envelope),
    /** As the team's page lists them. */
    served: files,
    files: files.toSorted((a, b) => (a.manifest?.order ?? 0) - (b.manifest?.order ?? 0)),
  }
}
