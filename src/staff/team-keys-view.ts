import type { Colleague } from './colleagues.ts'
import type { LockStanding } from './lock-change.ts'
import type { FromSheets } from './recoverable.ts'
import type { SheetsMade } from './sheets-made.ts'
import type { listOwnKeys } from './store.ts'
import type { KeyTeam, TeamKeysRow } from './team-keys.ts'

/** What the page of a team's keys shows. */
export interface KeysView {
  team: KeyTeam
  /** The latest, confirmed or not. */
  made: TeamKeysRow | undefined
  lock: LockStanding
  /** Whoever makes the next keys is trusted by the team: see `isKeeper`. */
  mayMakeNext: boolean
  /** Reports still sealed to an earlier key than the one in force. */
  behind: number
  fromSheets: readonly FromSheets[]
  sheets: SheetsMade | undefined
  colleagues: readonly Colleague[]
  officeCertificate: string
  keys: Awaited<ReturnType<typeof listOwnKeys>>
}
