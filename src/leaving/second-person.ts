import type { ReportView } from '../queue/report-view.ts'

const ASKED = 'ask for team'

/**
 * What came past a team goes to it once two administrators say that it is not about the team: one `asks`, another
 * `gives`. Where the office has nobody else, one does. Whoever stays away from the report counts as well, or one could
 * make the other stay away.
 */
export function turnIn(
  view: Pick<ReportView, 'steps' | 'desk' | 'about' | 'recused'>,
): 'asks' | 'waits' | 'gives' {
  const { steps, desk, about, recused } = view
  if (about.members.length + recused.length < 2) return 'gives'
  const asked = askedIn(steps)
  if (!asked) return 'asks'
  return asked.who === desk.person.id ? 'waits' : 'gives'
}

export const askedIn = (steps: ReportView['steps']) => steps.findLast(({ move }) => move === ASKED)
