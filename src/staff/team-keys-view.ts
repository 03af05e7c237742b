import type { Colleague } from './colleagues.ts'
import type { listOwnKeys } from './store.ts'
import type { KeyTeam, TeamKeysRow } from './team-keys.ts'

/** What the page of a team's keys shows. */
export interface KeysView {
  team: KeyTeam
  /** The latest, confirmed or not. */
  made: TeamKeysRow | undefined
  /** The epoch a leader may make now. */
  next: number | undefined
  colleagues: readonly Colleague[]
  officeCertificate: string
  keys: Awaited<ReturnType<typeof listOwnKeys>>
}
