import { steps } from '../i18n/filing.ts'
import { landing } from '../i18n/landing.ts'
import type { Phrase } from '../i18n/speak.ts'
import type { UnitType } from '../rounds/tables.ts'

/** What the landing page says, where it depends on what is inspected. */
interface AboutUnit {
  lead: Phrase
  promise: Phrase
  problems: Phrase
  belongs: Phrase
  /** Whom not to ask to write for one: where its officials are neighbours. */
  helper?: Phrase
}

const organ: AboutUnit = {
  lead: landing.leadOrgan,
  promise: landing.promiseOrgan,
  problems: landing.problemOrgan,
  belongs: landing.belongsOrgan,
}

const village: AboutUnit = {
  lead: landing.leadVillage,
  promise: landing.promiseVillage,
  problems: landing.problemVillage,
  belongs: landing.belongsVillage,
  helper: steps.forOtherMore,
}

export const aboutUnit: Record<UnitType, AboutUnit> = {
  village,
  community: { ...village, lead: landing.leadCommunity, promise: landing.promiseCommunity },
  town: { ...organ, lead: landing.leadTown, helper: steps.forOtherMore },
  organ,
  soe: organ,
  school: organ,
  hospital: organ,
  project: {
    ...organ,
    lead: landing.leadProject,
    problems: landing.problemProject,
    belongs: landing.belongsProject,
  },
}
