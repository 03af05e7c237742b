// What a page and the frame say to each other in which a stranger's file is read. The page believes nothing that comes
// from there but these shapes: whoever took the frame over says what they like.

/** The frame has its script; the way to talk comes along. */
export const READY = 'ready'
/** It cannot be shown, or no longer. */
export const FAILED = 'failed'
/** The key that blurs all that was opened was pressed in there. */
export const HIDE = 'hide'
/** That key, alone. */
export const isHideKey = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key === '.' && !(ctrlKey || altKey || metaKey)
/** Somebody works the player in there. */
export const HAND = 'hand'
/** By which a hand on the computer is known. */
export const handSigns = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const

/** What the frame is given first. */
export interface Given {
  content: Blob
  /** What the page calls it. */
  called: string
  lang: string
}

export interface GivenMedia extends Given {
  show: 'picture' | 'sound' | 'film'
}

export interface Size {
  width: number
  height: number
}

/** As far as a picture or a canvas reaches in any browser. */
const FARTHEST = 2 ** 16

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most

const isObject = (said: unknown): said is Record<string, unknown> => typeof said === 'object' && said !== null

/** What of what was said is a size. */
export function sizeIn(said: unknown): Size | undefined {
  if (!isObject(said)) return undefined
  const { width, height } = said
  return isWithin(width, FARTHEST) && isWithin(height, FARTHEST) ? { width, height } : undefined
}

/** One page of a paper as it is asked for. */
export interface View {
  /** How many have been asked for with this one: the answer says the same. */
  asked: number
  /** From 1. */
  page: number
  /** Quarters of a turn, to the right. */
  turned: number
  /** Points across. */
  width: number
  /** In which words it is called. */
  called: string
}

export interface Drawn extends Size {
  asked: number
  /** A picture has been left out of what was drawn so far. */
  hasLeftOut: boolean
}

export function drawnIn(said: unknown): Drawn | undefined {
  const size = sizeIn(said)
  if (!(size && isObject(said) && typeof said.asked === 'number')) return undefined
  return { ...size, asked: said.asked, hasLeftOut: said.hasLeftOut === true }
}

/** How many pages a paper has. */
export const countIn = (said: unknown): number | undefined =>
  isObject(said) && isWithin(said.count, 2 ** 31) ? said.count : undefined

export interface Wanted {
  want: string
}

const BESIDE = /^(cmaps\/[\w-]{1,40}\.bcmap|standard_fonts\/[\w-]{1,40}\.(pfb|ttf))$/

/** The name of a file that lies beside our scripts for papers; whatever else is wanted is nothing. */
export const wantedIn = (said: unknown): string | undefined =>
  isObject(said) && typeof said.want === 'string' && BESIDE.test(said.want) ? said.want : undefined

export interface Brought {
  brought: string
  bytes: Uint8Array | undefined
}

export const broughtIn = (said: unknown): Brought | undefined =>
  isObject(said) && typeof said.brought === 'string' ? (said as unknown as Brought) : undefined
