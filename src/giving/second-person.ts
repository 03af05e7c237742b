import { readWhy } from '../log/why.ts'
import type { ReportView } from '../queue/report-view.ts'

const ASKED = 'ask for team'
const WRITTEN = ['supplement', 'answered']

/**
 * What came past a team goes to it once two administrators say that it is not about the team: one `asks`, another
 * `gives`. Where the office has nobody else, one does. Whoever stays away from the report counts as well, or one could
 * make the other stay away.
 */
export function turnIn(
  view: Pick<ReportView, 'steps' | 'desk' | 'about' | 'recused'>,
  team: string,
): 'asks' | 'waits' | 'gives' {
  const { steps, desk, about, recused } = view
  if (about.members.length + recused.length < 2) return 'gives'
  const asked = askedIn(steps, team)
  if (!asked) return 'asks'
  return asked.who === desk.person.id ? 'waits' : 'gives'
}

/** Who asked that it go to this very team. What the resident writes afterwards is to be read by whoever asks again. */
export function askedIn(steps: ReportView['steps'], team: string) {
  const last = steps.findLast(({ move }) => move === ASKED || WRITTEN.includes(move))
  return last?.move === ASKED && readWhy(last.why).get('team')?.includes(team) ? last : undefined
}
