import type { Context } from 'hono'
import { dayOf } from '../clock/day.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { residentFaults } from '../intake/faults.tsx'
import { hashOf } from '../intake/lookup.ts'
import { room } from '../intake/room.ts'
import { paths } from '../paths.ts'
import { CHUNK, chunksIn } from '../sealing/files.ts'
import { SEALED_WITH } from '../sealing/suite.ts'
import { findPlace, findSent, isOver, keeping } from './keeping.ts'
import { isLengthOf, namedDigest, placeIn } from './piece.ts'
import { uploadRight } from './promising.ts'

/**
 * Where a resident's browser sends the files of its report, after the receipt: it asks what is there, and sends what is
 * missing, in any order and as often as it likes. Without the right of the report nothing is here.
 */
export function sendingRoutes(house: House, how: { grouped: boolean }) {
  const { db, clock } = house
  const keep = keeping(house, how)
  const faults = residentFaults(house)
  const app = new Hono()

  app.get(paths.sentFiles(':report'), async (c) => {
    const right = rightOf(c)
    const sent = right ? await findSent(db, c.req.param('report') ?? '', right) : []
    if (sent.length === 0) return c.notFound()
    const today = dayOf(clock.now())
    const [one] = sent
    if (one && sent.every((each) => isOver(each, today))) return c.json({ why: 'over' }, 410)
    return c.json(Object.fromEntries(sent.map(({ file, here }) => [file.id, JSON.parse(here)])))
  })

  app.put(
    paths.sentPiece(':report', ':file', ':part'),
    room(CHUNK + SEALED_WITH, (c) => faults.refuse(c, 413)),
    async (c) => {
      const [report = '', file = ''] = [c.req.param('report'), c.req.param('file')]
      const [right, at] = [rightOf(c), placeIn(c.req.param('part') ?? '')]
      if (!right || at === undefined) return c.notFound()
      const place = await findPlace(db, report, file, at, right)
      if (!place || at >= chunksIn(place.file.size)) return c.notFound()
      if (isOver(place, dayOf(clock.now()))) return c.json({ why: 'over' }, 410)
      if (c.req.header('Content-Type') !== 'application/octet-stream') return faults.refuse(c, 415)
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      if (!isLengthOf(bytes.length, place.file.size, at)) return c.json({ why: 'length' }, 400)
      const digest = await namedDigest(bytes, c.req.header('Content-Digest'))
      if (!digest) return c.json({ why: 'digest' }, 400)
      const kept = await keep(place, bytes, digest)
      if (kept === 'kept') return c.body(null, 204)
      return c.json({ why: kept }, kept === 'over' ? 410 : 409)
    },
  )

  return app
}

/** The hash of the right that a request carries; undefined when it carries none. */
function rightOf(c: Context): string | undefined {
  const [, right] = /^Bearer ([\w-]{22})$/.exec(c.req.header('Authorization') ?? '') ?? []
  const read = uploadRight.safeParse(right).data
  return read && hashOf(read)
}
