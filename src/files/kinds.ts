/** What a resident may send besides words. */
export const fileKinds = ['photo', 'voice', 'video', 'paper'] as const
export type FileKind = (typeof fileKinds)[number]

/** What its team puts beside a report: how it looked before and after it was mended on the spot. */
export const fixKinds = ['before', 'after'] as const
export type FixKind = (typeof fixKinds)[number]
export type AnyKind = FileKind | FixKind

/** Came from the resident, as their words say; not from the team. */
export const isTheirs = ({ kind }: { kind: AnyKind }): boolean => fileKinds.some((one) => one === kind)

export const isPhoto = (kind: string | undefined): boolean =>
  kind === 'photo' || fixKinds.some((one) => one === kind)

const MIB = 1024 * 1024

/**
 * How many of a kind a report may have, and how many bytes each before it is padded: a photo that cannot be made
 * smaller comes as it is.
 */
export const fileLimits: Readonly<Record<FileKind, { most: number; bytes: number }>> = {
  photo: { most: 6, bytes: 12 * MIB },
  voice: { most: 3, bytes: 16 * MIB },
  video: { most: 1, bytes: 50 * MIB },
  paper: { most: 2, bytes: 16 * MIB },
}

/** Seconds that a recording may last, where a browser can tell; else its bytes limit it, as they do a film. */
export const LONGEST_RECORDING = 180

/** All files of a report together, padded. */
export const MOST_BYTES = 100 * MIB

/** What a report says of a file that will follow: `size` is its padded length. */
export interface PromisedFile {
  id: string
  kind: FileKind
  size: number
}

/** Where a manifest stands among the pieces of its file, before the first chunk. */
export const MANIFEST = -1
