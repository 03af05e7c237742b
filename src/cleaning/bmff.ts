import { type Bytes, concat } from '../sealing/bytes.ts'
import { type Cleaning, type Refusal, type Removed, refuse, take, upTo } from './asks.ts'
import { type Box, FREE } from './boxes.ts'
import { dropScraps, unwanted } from './exif.ts'
import { cleanMoof } from './fragments.ts'
import { cleanMeta } from './items.ts'
import { type Learned, mediaOf } from './media.ts'
import { cleanMoov, type Movie } from './movie.ts'
import { be32, be64, latin, word } from './numbers.ts'
import type { Span } from './spans.ts'

/** Headers are read whole: of a video of 50 MB they are less than one. */
const MOST_HEADER = 4 * 2 ** 20
const brands =
  /^(iso[1-9m]|mp4[12]|avc1|hvc1|dash|MSNV|M4[ABV] |3g[2egprs][0-9a-c]|qt {2}|hei[cmsx]|hev[cmx]|mif[12]|msf1|miaf|avi[fs]|MA1[AB])$/

/** What a picture and a film are made of: behind the last that is wanted, too, these are read. */
const parts = { picture: /^(ftyp|styp|meta|mdat)$/, film: /^(ftyp|styp|moov|moof|mdat)$/ }

/**
 * MP4, MOV, M4A, 3GP, HEIC and AVIF (ISO 14496-12, 23008-12), in place: no box changes its length, so that every offset
 * stays true. Unwanted boxes become empty ones, and from the first behind all that is wanted the file is cut off. Of
 * the media bytes only those stay that a kept track or the picture points to. Where these come before what points to
 * them, the bytes go through once unseen; unless it turns out that all of them are wanted, the file is refused, and can
 * be read a second time with what was `learned`.
 */
export function* bmff(isPicture: boolean, removed: Set<Removed>, learned: Learned): Cleaning {
  const media = mediaOf(removed, learned)
  const part = isPicture ? parts.picture : parts.film
  let movie: Movie | undefined
  for (let at = 0; ; ) {
    const start = yield* upTo(8)
    const isOver = movie !== undefined && !movie.isFragmented && media.isPast(at)
    if (start.length < 8 || (isOver && !part.test(word(start, 4)))) {
      yield* dropScraps(start, removed)
      return yield* media.end()
    }
    const head = be32(start) === 1 ? concat(start, yield* take(8)) : start
    const size = head.length > 8 ? be64(head, 8) : be32(head)
    const length = size === 0 ? Number.POSITIVE_INFINITY : size - head.length
    if (length < 0) yield* refuse('truncated')
    const type = word(head, 4)
    const isHeader =
      type === (isPicture ? 'meta' : 'moov') || (type === 'moof' && !isPicture && movie !== undefined)
    if (isHeader && length > MOST_HEADER) yield* refuse('tooLarge')
    if (type === 'ftyp' || type === 'styp') {
      if (length < 8 || length > 256) yield* refuse('truncated')
      yield concat(head, ownBrands(yield* take(length)))
    } else if (type === 'mdat') {
      yield head
      yield* media.pass(at + head.length, length)
    } else if (isHeader) {
      const bytes = concat(head, yield* take(length))
      const box = { type, at: 0, body: head.length, end: bytes.length }
      if (movie && type !== 'moof') yield* refuse('looping')
      const found = clean(bytes, box, at)
      if (typeof found === 'string') return yield* refuse(found)
      media.learn(found, type !== 'moof')
      yield bytes
    } else {
      yield concat(head.subarray(0, 4), FREE, head.subarray(8))
      yield* unwanted(head, length, removed)
    }
    at += head.length + length
  }

  function clean(bytes: Bytes, box: Box, at: number): readonly Span[] | Refusal {
    if (box.type === 'moof') return cleanMoof(bytes, box, at, movie?.defaults ?? new Map(), removed)
    const found = isPicture ? cleanMeta(bytes, box, removed) : cleanMoov(bytes, box, removed)
    if (typeof found === 'string') return found
    movie = found
    return found.spans
  }
}

/** Brands nobody knows become the first one, and the version of the writer goes. */
function ownBrands(brandsOf: Bytes): Bytes {
  const body = brandsOf.slice(0, brandsOf.length - (brandsOf.length % 4))
  body.fill(0, 4, 8)
  for (let at = 8; at < body.length; at += 4)
    if (!brands.test(word(body, at))) body.set(latin(word(body)), at)
  return concat(body, new Uint8Array(brandsOf.length % 4))
}
