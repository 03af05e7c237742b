import type { Phrase } from '../i18n/speak.ts'
import type { Kind } from '../reports/lifecycle.ts'
import { aspectsOf, type Checklist, tilesOf } from './checklist.ts'

/** What the codes in reports stand for. */
export interface Names {
  /** A suggestion complains of nothing. */
  tile(code: string, kind?: Kind): Phrase | undefined
  aspect(code: string): Phrase | undefined
  point(code: string): string | undefined
}

const namedBefore = new WeakMap<Checklist, Names>()

/** The first list that knows a code says what it is. */
export function namesIn(lists: readonly Checklist[]): Names {
  const each = lists.map(ofOne)
  const first = <T>(ask: (names: Names) => T | undefined): T | undefined => {
    for (const names of each) {
      const found = ask(names)
      if (found !== undefined) return found
    }
    return undefined
  }
  return {
    tile: (code, kind) => first((names) => names.tile(code, kind)),
    aspect: (code) => first((names) => names.aspect(code)),
    point: (code) => first((names) => names.point(code)),
  }
}

function ofOne(list: Checklist): Names {
  const before = namedBefore.get(list)
  if (before) return before
  const tiles = new Map(tilesOf(list).map((tile) => [tile.code, tile]))
  const aspects = new Map(aspectsOf(list).map(({ code, plain }) => [code, plain]))
  const points = new Map(
    aspectsOf(list).flatMap((aspect) => aspect.points.map(({ code, name }) => [code, name] as const)),
  )
  const names: Names = {
    tile: (code, kind) => {
      const { name, suggested } = tiles.get(code) ?? {}
      return (kind === 'suggestion' && suggested) || name
    },
    aspect: (code) => aspects.get(code),
    point: (code) => points.get(code),
  }
  namedBefore.set(list, names)
  return names
}
