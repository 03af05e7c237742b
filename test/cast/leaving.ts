import { contactField, wasField, wayField } from '../../src/leaving/choices.ts'
import { type Leaving, sealOver } from '../../src/leaving/over.client.ts'
import { paths } from '../../src/paths.ts'
import { answered } from '../../src/staff/ask.client.ts'
import { type AtDesk, type Place, rootOf, teamPair } from './at-desk.ts'

// 撤点交接 as a leader does it: chosen on the page, and sealed to the office by their browser.

type Way = 'keep' | 'office' | 'contact'

export const chooseLeaving = async (leader: AtDesk, team: string, ways: Readonly<Record<string, Way>>) =>
  leader.seat.send(paths.leaving(team), chosenOn(await leavingPage(leader, team), ways))

export const leavingPage = async ({ seat }: AtDesk, team: string) =>
  (await seat.get(paths.leaving(team))).text()

/** The form as that page has it, with these ways chosen. */
export const chosenOn = (page: string, ways: Readonly<Record<string, Way>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ways).flatMap(([id, way]) => [
      [wasField(id), page.match(`name="${wasField(id)}" value="([a-z]+)"`)?.[1] ?? ''],
      [wayField(id), way === 'keep' ? 'keep' : 'office'],
      ...(way === 'contact' ? [[contactField(id), 'yes']] : []),
    ]),
  )

/** What the leader's browser is given to seal next. */
export const nextLeaving = async (leader: AtDesk, team: string) =>
  answered<{ certificate: string; leaving: Leaving[]; left: number }>(
    await leader.seat.ask(paths.leavingNext(team), { after: '' }),
  )

/** One report as the leader's browser seals it. */
export async function sealLeaving(
  place: Place,
  leader: AtDesk,
  team: string,
  certificate: string,
  report: Leaving,
) {
  const pairOf = (epoch: number, kind: 'key' | 'contact') => teamPair(place, leader, team, kind, epoch)
  const sealed = await sealOver({ root: await rootOf(place, leader), team, certificate, pairOf }, report)
  if (!sealed) throw new Error(`${leader.name} cannot open what leaves`)
  return sealed
}

/** Seals and hands over what was chosen, at most so many; what came of each, by id. */
export async function handOver(place: Place, leader: AtDesk, team: string, most = Infinity) {
  const { certificate, leaving } = await nextLeaving(leader, team)
  const answers: Record<string, number> = {}
  for (const report of leaving.slice(0, most)) {
    const sealed = await sealLeaving(place, leader, team, certificate, report)
    answers[report.id] = (await leader.seat.ask(paths.leave(team, report.id), sealed)).status
  }
  return answers
}
