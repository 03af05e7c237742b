import { sealGiven } from '../../src/giving/given.client.ts'
import { paths } from '../../src/paths.ts'
import { fromBase64url } from '../../src/sealing/bytes.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { type AtDesk, nameOf, type Place, rootOf, teamPair } from './at-desk.ts'
import { takeUp } from './working.ts'

// What came to the office and is not about the team, given to the team as the browser of somebody of the office does
// it.

/** The fields of the form on the report's page, sealed to the team that the page names. */
export async function sealToTeam(place: Place, by: AtDesk, number: string) {
  const { report, opened } = await takeUp(place, by, number)
  const html = await (await by.seat.get(paths.report(OFFICE, report.id))).text()
  const form = html.match(/<form[^>]*data-to-team[^>]*>/)?.[0] ?? ''
  const data = (name: string) => form.match(new RegExp(`data-${name}="([^"]*)"`))?.[1] ?? ''
  const key = data('contact') ? fromBase64url(data('contact')) : undefined
  const pair = await teamPair(place, by, OFFICE)
  const contact = key && pair && { key, pair, name: await nameOf(place, by, OFFICE) }
  const to = { root: await rootOf(place, by), team: data('to-team'), certificate: data('certificate') }
  const sealed = await sealGiven(to, { id: report.id, dek: opened.dek, contact })
  const ticks = { notAbout: 'yes', agreed: 'yes', ...(key && { withContact: 'yes' }) }
  const fields: Record<string, string> = { ...ticks, ...sealed, steps: String(report.steps) }
  return { id: report.id, fields }
}
