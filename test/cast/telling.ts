import { paths } from '../../src/paths.ts'
import { officerName } from '../../src/queue/handing.client.ts'
import type { Report } from '../../src/reports/tables.ts'
import { fromBase64url } from '../../src/sealing/bytes.ts'
import { openContact } from '../../src/sealing/open.ts'
import { fingerprint } from '../../src/sealing/suite.ts'
import { teamHolder } from '../../src/staff/roles.ts'
import { wordsJoined } from '../words.ts'
import { type AtDesk, type Place, rootOf, teamPair } from './at-desk.ts'
import { takeUp } from './working.ts'

// What a named reporter is handed on paper.

const paperIn = (html: string) =>
  wordsJoined(html.match(/<section class="sheet letter.*?<\/section>/s)?.[0] ?? '')

/** The paper as it stands before it is printed, or the status when there is none. */
export async function readPaper(by: AtDesk, { teamId, id }: Report): Promise<string | number> {
  const page = await by.seat.get(paths.toldPaper(teamId, id))
  return page.status === 200 ? paperIn(await page.text()) : page.status
}

/** Prints it as the browser does: what the page says, and the name that only this browser opens. */
export async function printPaper(place: Place, by: AtDesk, number: string) {
  const { report } = await takeUp(place, by, number)
  const { teamId, id, epoch, steps } = report
  const answer = await by.seat.post(paths.toldPaper(teamId, id), { steps: String(steps) })
  const html = await answer.text()
  if (answer.status !== 200) return { status: answer.status }
  const held = fromBase64url(html.match(/data-held-contact="([^"]+)"/)?.[1] ?? '')
  const pair = await teamPair(place, by, teamId, 'contact', epoch)
  const root = await rootOf(place, by)
  const { name } = pair
    ? await openContact(
        pair,
        { rootPrint: await fingerprint(root), holder: teamHolder(teamId), epoch },
        id,
        held,
      )
    : await openContact(by.pair, await officerName(root, by.id), id, held)
  return { status: answer.status, html, paper: paperIn(html), name }
}
