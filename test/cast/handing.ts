import { paths } from '../../src/paths.ts'
import { officerName, sealToOfficer } from '../../src/queue/handing.client.ts'
import type { Report } from '../../src/reports/tables.ts'
import { base64url, fromBase64url } from '../../src/sealing/bytes.ts'
import { openContact } from '../../src/sealing/open.ts'
import { fingerprint, SEALED_KEY } from '../../src/sealing/suite.ts'
import { teamHolder } from '../../src/staff/roles.ts'
import { type AtDesk, type Place, rootOf, teamPair } from './at-desk.ts'
import { takeUp } from './working.ts'

const askToSee = ({ seat }: AtDesk, { teamId, id }: Report) =>
  seat.post(paths.contact(teamId, id), { viewWhy: 'callBack' })

const heldIn = (html: string) => fromBase64url(html.match(/data-held-contact="([^"]+)"/)?.[1] ?? '')

/** What the leader's browser sends to hand one call to an officer: it has asked for the contact, with a reason. */
export async function sealCall(place: Place, leader: AtDesk, number: string, officer: AtDesk) {
  const { report } = await takeUp(place, leader, number)
  const { teamId, id, epoch } = report
  const html = await (await askToSee(leader, report)).text()
  const pair = await teamPair(place, leader, teamId, 'contact', epoch)
  if (!pair) throw new Error(`${leader.name} does not hold the contact key`)
  const root = await rootOf(place, leader)
  const held = { pair, name: { rootPrint: await fingerprint(root), holder: teamHolder(teamId), epoch } }
  const option = html.match(new RegExp(`<option value="${officer.id}" data-certificate="([^"]+)"`))
  const to = { personId: officer.id, team: teamId, certificate: option?.[1] ?? null }
  const sealedKey = await sealToOfficer(root, held, to, id, heldIn(html).slice(0, SEALED_KEY))
  const steps = String((await takeUp(place, leader, number)).report.steps)
  return {
    report,
    fields: { steps, member: officer.id, handWhy: 'callBack', contactKey: base64url(sealedKey) },
  }
}

export async function handCall(
  place: Place,
  leader: AtDesk,
  number: string,
  officer: AtDesk,
): Promise<Report> {
  const { report, fields } = await sealCall(place, leader, number, officer)
  await leader.seat.send(paths.handContact(report.teamId, report.id), fields)
  return report
}

/** The officer looks, with their own key. Answers the status when there is nothing to see. */
export async function seeCall(place: Place, officer: AtDesk, report: Report) {
  const answer = await askToSee(officer, report)
  if (answer.status !== 200) return answer.status
  const name = await officerName(await rootOf(place, officer), officer.id)
  return openContact(officer.pair, name, report.id, heldIn(await answer.text()))
}
