/** What one request may fill of the memory while its file comes in. */
export interface Space {
  /** So many bytes more, if there is room for them. */
  take(bytes: number): boolean
  /** All of it. */
  release(): void
}

/** `from`: the network that asks, where it can be told. */
export type Memory = (from?: string) => Space

interface Room {
  all: number
  ofOne: number
}

/**
 * Room in memory for files of forms without scripts. Without it, lines that stand still would hold a file each, however
 * many they are. Whoever finds none is told so of the file, and their words are taken. A full isolate of Workers has
 * 128 MB, and a file is there twice for a moment while it is cleaned.
 */
export const MEMORY: Room = { all: 32 * 2 ** 20, ofOne: 16 * 2 ** 20 }

/** Of a file that is sealed as it comes in: a piece, its envelope, and what is read ahead. */
export const STREAMED = 512 * 1024

export function memory({ all, ofOne }: Room): Memory {
  let taken = 0
  /** Of a network that holds nothing nothing is known. */
  const here = new Map<string, number>()

  return (from) => {
    let mine = 0
    const count = (more: number) => {
      mine += more
      taken += more
      if (from === undefined) return
      const n = (here.get(from) ?? 0) + more
      if (n > 0) here.set(from, n)
      else here.delete(from)
    }
    return {
      take(bytes) {
        const ofTheirs = from === undefined ? 0 : (here.get(from) ?? 0)
        if (taken + bytes > all || ofTheirs + bytes > ofOne) return false
        count(bytes)
        return true
      },
      release: () => count(-mine),
    }
  }
}
