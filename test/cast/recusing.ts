import { paths } from '../../src/paths.ts'
import type { AtDesk } from './at-desk.ts'

// From which units somebody stays away, as the office says so.

export const personPage = async (by: AtDesk, person: AtDesk) =>
  (await by.seat.get(paths.person(person.id))).text()

/** How many steps what a page shows had when it was shown. */
export const versionOn = (page: string) => page.match(/name="version" value="(\d+)"/)?.[1] ?? ''

/** What there is to tick, about what an answer says. */
export const markOn = async (answer: Response) =>
  (await answer.text()).match(/name="knows" value="([^"]+ [^"]*)"/)?.[1] ?? ''

export async function sendRecusal(
  by: AtDesk,
  person: AtDesk,
  fields: Record<string, string>,
  way = paths.unitRecusals,
) {
  const version = versionOn(await personPage(by, person))
  return by.seat.post(way(person.id), { version, ...fields })
}

export const recuseFrom = (by: AtDesk, person: AtDesk, unit: string, more: Record<string, string> = {}) =>
  sendRecusal(by, person, { unit, recusalReason: 'formerPost', ...more })

/** Ticked, after it was said. */
export const recuseKnowing = async (by: AtDesk, person: AtDesk, unit: string) =>
  recuseFrom(by, person, unit, { knows: await markOn(await recuseFrom(by, person, unit)) })

export const endRecusalFrom = (by: AtDesk, person: AtDesk, whose: string) =>
  sendRecusal(by, person, { whose, endReason: 'over' }, paths.endUnitRecusal)
