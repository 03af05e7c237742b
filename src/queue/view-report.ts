import { treeFor } from '../categories/checklist.ts'
import { listsFiled } from '../categories/editions.ts'
import { namesIn } from '../categories/names.ts'
import { type Day, dayOfStep } from '../clock/day.ts'
import { allOf } from '../db/all-of.ts'
import type { Db } from '../db/db.ts'
import { listFiles } from '../files/store.ts'
import { findWayToTeam } from '../giving/way-to-team.ts'
import { listSteps } from '../log/record.ts'
import { readWhy } from '../log/why.ts'
import { theOffice } from '../office/store.ts'
import { wasExtended } from '../referrals/extended.ts'
import { hasLeft } from '../referrals/letter-states.ts'
import { referringOf } from '../referrals/referring.ts'
import { listEarlier, listRelocked } from '../reports/earlier.ts'
import { findEscalation } from '../reports/escalating.ts'
import { listHanded } from '../reports/handing.ts'
import { findProposal } from '../reports/proposing.ts'
import { listRecused } from '../reports/recusing.ts'
import { residentSees } from '../reports/resident-sees.ts'
import { findForTeam, listEnvelopes, listMessages } from '../reports/store.ts'
import type { Report } from '../reports/tables.ts'
import { findRound } from '../rounds/store.ts'
import { findUnit } from '../rounds/units.ts'
import { mayHoldContact, opensWith, teamHolder } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { type Desk, officeIn } from './desk.ts'
import { isFixed } from './fixed-form.tsx'
import { hasOwnerLeft, isSoleLeader, listHolders, listMembers, listNames, listOfficers } from './people.ts'
import type { Proposal, ReportView, Step } from './report-view.ts'
import { wasSilent } from './silence.ts'

const parts = ['dek', 'body', 'why', 'note', 'result', 'order', 'feedback', 'draft', 'transcript'] as const

export async function viewReport(db: Db, given: Desk, id: string): Promise<ReportView | undefined> {
  const { lang, team, person, today } = given
  const report = await findForTeam(db, team.id, id, person)
  if (!report) return undefined
  const asked = await allOf({
    unit: findUnit(db, report.unitId),
    round: findRound(db, report.roundId),
    everybody: listMembers(db, team.id),
    away: listRecused(db, id),
    steps: listSteps(db, `report:${id}`),
    sealed: listEnvelopes(db, [id], parts),
    messages: listMessages(db, id),
    files: listFiles(db, id, today),
    draft: findProposal(db, id),
    keys: listOwnKeys(db, person.id, [teamHolder(team.id)]),
    key: listHolders(db, team.id, 'key', person.id),
    contact: listHolders(db, team.id, 'contact', person.id),
    office: theOffice(db),
    referring: referringOf(db, report),
    handed: listHanded(db, report, given.moment.now),
    everyOfficer: listOfficers(db, team.id, report.epoch),
    escalation: report.state === 'escalated' ? findEscalation(db, id) : undefined,
    toTeam: officeIn(given) ? findWayToTeam(db, report) : undefined,
    relocked: listRelocked(db, id),
    everyEarlier: listEarlier(db, report),
    ownerLeft: hasOwnerLeft(db, report),
  })
  const { unit, round, everybody, away, steps, sealed, messages, files, draft, keys, key, contact } = asked
  const { office, referring, handed, everyOfficer, escalation, toTeam, relocked, everyEarlier, ownerLeft } =
    asked
  const isAway = (id: string) => away.some((one) => one.id === id)
  const members = everybody.filter(({ id }) => !isAway(id))
  const officers = everyOfficer.filter(({ id }) => !isAway(id))
  // A report keeps the categories it was filed under, whatever its round has now.
  const filed = await listsFiled(db, round, report.edition)
  const desk = {
    ...given,
    names: namesIn(filed.lists),
    person: { ...person, soleLeader: isSoleLeader(members, person.id) },
  }
  const proposal = report.pendingMove ? draft : undefined
  const refused = report.refusedMove ? draft : undefined
  const [names, parent] = await Promise.all([
    listNames(db, idsOf(report, [...steps, ...relocked], proposal, [...everybody, ...away])),
    unit?.parentId ? findUnit(db, unit.parentId) : undefined,
  ])
  const isPastTeam = officeIn(desk) && !report.handedBy
  const unitType = isPastTeam ? 'organ' : (unit?.type ?? 'organ')
  return {
    desk,
    report,
    unit,
    closesOn: round?.intakeClosesOn,
    town: parent?.name,
    about: {
      desk,
      report,
      unitType,
      unitName: unit?.name ?? '',
      fieldEndsOn: report.handedBy ? null : (round?.fieldEndsOn ?? today),
      categories: filed.of(treeFor(unitType)),
      members,
      office,
      referring,
      wasSilent: wasSilent(steps),
      wasExtended: wasExtended(steps),
      sentBackReplyCameOn: sentBackReplyCameOn(steps, referring.current?.id),
      isFixed: isFixed(steps),
      orderedOn: orderedOn(steps),
    },
    names,
    ownerLeft,
    steps,
    relocked,
    earlier: everyEarlier.flatMap(({ contactKey, ...one }) => {
      if (!opensWith(keys.keys, 'key', one.epoch)) return []
      const opens = mayHoldContact(person.roles) && opensWith(keys.keys, 'contact', one.epoch)
      return [{ ...one, contactKey: opens ? contactKey : undefined }]
    }),
    sealed,
    messages,
    files,
    escalation,
    recused: everybody.flatMap((one) =>
      away.flatMap(({ id, byUnit }) => (id === one.id ? [{ ...one, byUnit }] : [])),
    ),
    recusedGone: away.flatMap(({ id, byUnit }) => {
      const name = everybody.some((one) => one.id === id) ? undefined : names.get(id)
      return name === undefined ? [] : [{ name, byUnit }]
    }),
    proposal,
    refused,
    keys,
    opens: opensWith(keys.keys, 'key', report.epoch),
    holders: { key, contact },
    handed,
    officers,
    toTeam,
    sight: residentSees(
      { ...report, letterOut: hasLeft(referring.current) },
      lang,
      today,
      team.phone,
      officeIn(desk),
    ),
  }
}

function orderedOn(steps: readonly Step[]) {
  const order = steps.findLast(({ move }) => move === 'fix')
  return order && dayOfStep(order.at)
}

function sentBackReplyCameOn(steps: readonly Step[], letter: string | undefined): Day | undefined {
  const replies = steps.flatMap(({ move, why }) => (move === 'unitReply' ? [readWhy(why)] : []))
  const redone = replies.findLast(
    (codes) => codes.get('outcome')?.[0] === 'redo' && codes.get('referral')?.[0] === letter,
  )
  return redone?.get('received')?.[0]
}

function idsOf(
  { owner }: Report,
  steps: readonly Step[],
  proposal: Proposal | undefined,
  members: readonly { id: string }[],
): string[] {
  const named = steps.flatMap(({ who, why }) => [who, ...(readWhy(why).get('people') ?? [])])
  const actors = [owner, proposal?.by, ...named]
  return [...actors.filter((who): who is string => typeof who === 'string'), ...members.map(({ id }) => id)]
}
