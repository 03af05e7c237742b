import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { findForTeam } from '../reports/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { placeIn } from './piece.ts'
import { readPiece } from './store.ts'

/** Sealed pieces for whoever may open the report. They are bytes and nothing a browser would show. */
export function fileRoutes({ db, blobs }: House) {
  return new Hono<DeskEnv>().get(paths.filePiece(':team', ':report', ':file', ':part'), async (c) => {
    const [sought, file, part] = ['report', 'file', 'part'].map((name) => c.req.param(name) ?? '')
    const { team, roles } = c.get('role')
    const { id } = c.get('staff')
    const at = placeIn(part ?? '')
    const report = await findForTeam(db, team, sought ?? '', { id, roles })
    const piece = report && at !== undefined && (await readPiece(db, blobs, report.id, file ?? '', at))
    if (!piece) return c.notFound()
    return c.body(piece, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
    })
  })
}
