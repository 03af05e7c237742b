import type { Phrase } from '../i18n/speak.ts'
import {
  type Aspect,
  aspectsOf,
  type Checklist,
  codesOf,
  type Focus,
  type Point,
  type Tile,
} from './checklist.ts'

/** What is wrong with a line, or with the whole when `line` is 0. */
export interface Mistake {
  line: number
  says:
    | 'keyword'
    | 'code'
    | 'name'
    | 'repeated'
    | 'noFocus'
    | 'noAspect'
    | 'tileLong'
    | 'refers'
    | 'noTile'
    | 'tiles'
  what: string
}

export type Read = { ok: true; list: Checklist } | { ok: false; mistakes: Mistake[] }

type Made<T> = Omit<T, 'aspects' | 'points'>
type Building = Made<Focus> & { aspects: (Made<Aspect> & { points: Point[] })[] }

/** Room on a resident's phone: what is more is not found. */
const MOST_TILES = 20
const TILE_LENGTH = 8

const KEYWORDS = ['聚焦', '方面', '重点', '类别']

/**
 * A tree as it is written, one thing a line: 聚焦, 方面 and 重点 with code and name, each below what it belongs to;
 * 类别 with code, name, a second line, the aspects or points it stands for, and what it is called for a suggestion,
 * between bars; 重點 and 類別 are the same words. ` / ` parts Chinese from English. All mistakes are found at once.
 */
export function readOutline(text: string): Read {
  const focuses: Building[] = []
  const tiles: Tile[] = []
  const refers: { line: number; codes: readonly string[] }[] = []
  const mistakes: Mistake[] = []
  const seen = { tree: new Set<string>(), tiles: new Set<string>() }

  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const written = raw.trim()
    if (!written) continue
    const line = index + 1
    const wrong = (says: Mistake['says'], what = written) => mistakes.push({ line, says, what })
    const [head = '', ...columns] = written.split(/[|｜]/).map((column) => column.trim())
    const [first = '', code = '', ...rest] = head.split(/\s+/)
    const keyword = first.replace('重點', '重点').replace('類別', '类别')
    const name = rest.join(' ')
    if (!KEYWORDS.includes(keyword)) {
      wrong('keyword', keyword)
      continue
    }
    if (!/^[A-Z][0-9A-Z]{0,3}(\.[0-9]{1,2})?$/.test(code)) {
      wrong('code', code)
      continue
    }
    if (!name) wrong('name', code)
    const taken = keyword === '类别' ? seen.tiles : seen.tree
    if (taken.has(code)) wrong('repeated', code)
    taken.add(code)

    const focus = focuses.at(-1)
    if (keyword === '聚焦') focuses.push({ code, name, aspects: [] })
    else if (keyword === '方面') {
      if (!focus) wrong('noFocus', code)
      focus?.aspects.push({ code, name, plain: phrase(columns[0]) ?? [name, name], points: [] })
    } else if (keyword === '重点') {
      const aspect = focus?.aspects.at(-1)
      if (!aspect) wrong('noAspect', code)
      aspect?.points.push({ code, name })
    } else {
      const words = phrase(name) ?? [name, name]
      const suggested = phrase(columns[2])
      for (const [zh] of [words, ...(suggested ? [suggested] : [])]) {
        if ([...zh].length > TILE_LENGTH) wrong('tileLong', zh)
      }
      const standsFor = (columns[1] ?? '').split(/[\s、,，]+/).filter(Boolean)
      tiles.push({ code, name: words, more: phrase(columns[0]), standsFor, suggested })
      refers.push({ line, codes: standsFor })
    }
  }

  const list: Checklist = { focuses, tiles }
  const known = new Set(codesOf(list))
  const tops = new Set(focuses.map(({ code }) => code))
  for (const { line, codes } of refers) {
    const unknown = codes.filter((code) => !known.has(code) || tops.has(code))
    for (const what of unknown) mistakes.push({ line, says: 'refers', what })
  }
  if (tiles.length === 0 || aspectsOf(list).length === 0) mistakes.push({ line: 0, says: 'noTile', what: '' })
  if (tiles.length > MOST_TILES) mistakes.push({ line: 0, says: 'tiles', what: String(tiles.length) })
  mistakes.sort((a, b) => a.line - b.line)
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, list }
}

/** Chinese and English; English is optional, and then the Chinese stands for both. */
function phrase(written: string | undefined): Phrase | undefined {
  if (!written) return undefined
  const [zh = '', en] = written.split(' / ').map((part) => part.trim())
  return [zh, en || zh]
}
