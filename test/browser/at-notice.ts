import { count } from 'drizzle-orm'
import { afterAll, beforeAll } from 'vitest'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { useChromium } from './chromium.ts'
import { type Played, startPlayed } from './played.ts'

/** Residents in front of a played office's notices, for all tests of a file. */
export function atNotice() {
  let opened: Played
  beforeAll(async () => {
    opened = await startPlayed()
  })
  afterAll(() => opened.leave())
  // After what it visits, so that it is closed before: the server waits for connections a browser holds in advance.
  const stage = useChromium(() => opened.origin)
  const codeOf = (at = 0) => opened.codes[at]?.token ?? ''
  return {
    stage,
    /** Valid once the tests run. */
    played: {
      get origin() {
        return opened.origin
      },
      get house() {
        return opened.house
      },
      get place() {
        return opened.place
      },
      get codes() {
        return opened.codes
      },
    },
    codeOf,
    landing: (at = 0) => opened.origin + paths.code(codeOf(at)),
    filed: async () => (await opened.house.db.select({ n: count() }).from(reports))[0]?.n ?? 0,
    words: '村口的路塌了一段，校车过不去。',
  }
}
