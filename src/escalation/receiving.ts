import type { Member } from '../queue/people.ts'
import type { ReportView } from '../queue/report-view.ts'
import { OFFICE } from '../staff/roles.ts'

/**
 * A receipt erases what went up, so whoever took the package out does not enter it. The others who know of it: who
 * brought it up and the leader who agreed, or whoever leads where that leader cannot act any more. Whom a leader has
 * told to stay away from this report counts as well, or the exporter could make the other stay away; and in the office,
 * whose people say it of each other, whoever stays away from all of its unit.
 */
export function othersToSign({ desk, about, recused, steps, escalation }: ReportView): readonly Member[] {
  const { openedBy, agreedBy } = escalation ?? {}
  const exporter = exporterIn(steps, escalation?.exportedAs)
  const leads = ({ roles }: Member) => roles.includes('leader')
  const agreedActs = about.members.some((member) => member.id === agreedBy && leads(member))
  const knows = (member: Member) =>
    member.id === openedBy || member.id === agreedBy || (!agreedActs && leads(member))
  const isTold = ({ byUnit }: { byUnit: boolean }) => !byUnit || desk.team.id === OFFICE
  const members = [...about.members, ...recused.filter(isTold)]
  return members.filter((member) => member.id !== exporter && knows(member))
}

/** Where nobody else is left it is the exporter's after all, or it would lie here for ever. */
export const maySign = (view: ReportView): boolean =>
  exporterIn(view.steps, view.escalation?.exportedAs) !== view.desk.person.id ||
  othersToSign(view).length === 0

const exporterIn = (steps: ReportView['steps'], exportedAs: number | null | undefined) =>
  steps.find(({ position }) => position === exportedAs)?.who
