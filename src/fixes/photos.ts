import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { persistently } from '../db/persistently.ts'
import { beginFile, endFile, putPiece, takeBack, takeIn } from '../files/arriving.ts'
import { fixKinds, MANIFEST } from '../files/kinds.ts'
import { binary, sealedId } from '../http/binary.ts'
import type { House } from '../http/house.ts'
import type { ReportView } from '../queue/report-view.ts'
import { isOpen } from '../reports/lifecycle.ts'
import { findForTeam } from '../reports/store.ts'
import { addToReport } from '../reports/talking.ts'
import { sha256 } from '../sealing/bytes.ts'
import { CHUNK, chunksIn } from '../sealing/files.ts'
import { padme } from '../sealing/padding.ts'
import { SEALED_WITH } from '../sealing/suite.ts'

/** What a browser draws is at most so long, before it is padded and sealed. */
const MOST = padme(500 * 1024)
/** Of a photo the manifest fits into the first padded length. */
const FIRST = 1024 + SEALED_WITH
const LONGEST = CHUNK + SEALED_WITH

/** A photo as it is posted: its sealed manifest, then its sealed chunks. */
export const photoForm = z.object({
  of: z.enum(fixKinds, 'choice'),
  photo: binary(FIRST + SEALED_WITH + 1, FIRST + MOST + chunksIn(MOST) * SEALED_WITH),
  photoId: sealedId,
})

/** Once something was ordered to be mended, and while the report is at work. */
export const mayAddPhoto = ({ report, about, opens }: ReportView): boolean =>
  opens && about.orderedOn !== undefined && isOpen(report.state)

/** Puts a photo beside its report, once: its objects first, then a step that says who did it. */
export async function keepPhoto(
  { db, blobs }: House,
  { desk, report, files }: ReportView,
  { of, photo, photoId }: z.infer<typeof photoForm>,
): Promise<'moved' | 'not allowed' | 'overtaken'> {
  if (files.some(({ id, state }) => id === photoId && state === 'whole')) return 'moved'
  const { team, person, moment } = desk
  const on = dayOf(moment.now)
  const count = Math.ceil((photo.length - FIRST) / LONGEST)
  const size = photo.length - FIRST - count * SEALED_WITH
  const file = await beginFile(db, { reportId: report.id, id: photoId, kind: of, most: size, on })
  const sealed = []
  for (let at = MANIFEST; at < count; at++) {
    const from = at === MANIFEST ? 0 : FIRST + at * LONGEST
    const envelope = photo.slice(from, at === MANIFEST ? FIRST : from + LONGEST)
    await putPiece(blobs, file, at, envelope)
    sealed.push({ at, digest: await sha256(envelope) })
  }
  await endFile(db, file, size, sealed)
  const kept = await persistently(async () => {
    const now = await findForTeam(db, team.id, report.id, person)
    if (!now || !isOpen(now.state)) return 'not allowed' as const
    const added = { move: 'fixPhoto', sealed: [], alongside: takeIn(db, [file]) } as const
    return (await addToReport(db, now, added, person, moment)) as 'moved' | 'not allowed' | 'overtaken'
  })
  if (kept !== 'moved') await takeBack(db, blobs, file, on)
  return kept
}
