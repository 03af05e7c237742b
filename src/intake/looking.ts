import type { House } from '../http/house.ts'
import { type FoundCode, findCode } from '../posters/store.ts'
import { together } from './together.ts'

export type Look = (token: string) => Promise<FoundCode | undefined>

const LARGEST = 64

/** Reads the code that a sealed report came by. Requests share one reading. */
export const looking = ({ db }: House, { grouped }: { grouped: boolean }): Look =>
  together(
    async (asked) => {
      const tokens = [...new Set(asked)]
      const found = await Promise.all(tokens.map((token) => findCode(db, token)))
      const codes = new Map(tokens.map((token, at) => [token, found[at]]))
      return asked.map((token) => codes.get(token))
    },
    { grouped, largest: LARGEST },
  )
