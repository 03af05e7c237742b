/** What the page carries to the browser that opens it. Bytes are base64url. */
export interface Offered {
  root: string
  /** The office certificate. */
  certificate: string
  /** Every change of the office's root since the sheets were made, with the keys that came with it. */
  successions: readonly OfferedSuccession[]
  bundle: string
  /** Of the sheets, as `setName` writes it. */
  set: string
  /** How often the sheets had moved when the page was made. */
  seen: number
  teams: readonly OfferedTeam[]
  /** Every key of a team that is sealed to the office's recovery key. */
  sealed: readonly SealedKeys[]
}

/** What the page for whoever is not signed in carries besides. */
export interface OfferedAccount extends Offered {
  /** Names that are taken. */
  usernames: readonly string[]
}

export interface SealedKeys {
  team: string
  epoch: number
  key: string
  contact: string
}

/** The private keys are sealed to the office's recovery key. */
export interface OfferedSuccession {
  from: string
  forward: string
  back: string
  recoveryRoot: string
  recoveryBox: string
}

export interface OfferedTeam {
  id: string
  name: string
  /** Nobody leads it any more who could open it. */
  mayJoin: boolean
  keys: readonly OfferedKeys[]
}

/** One epoch that reports are sealed to, and the leaders who are to have it. */
export interface OfferedKeys {
  epoch: number
  /** The team certificate: nothing else says which keys are the team's. */
  certificate: string
  takers: readonly Taker[]
}

export interface Taker {
  personId: string
  name: string
  certificate: string
  lacksKey: boolean
  lacksContact: boolean
}
