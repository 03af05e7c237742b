import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { isPast } from '../files/ending.ts'
import { isWhole, listFiles } from '../files/store.ts'
import type { Receipt } from '../reports/receipt.ts'
import type { Told } from './plain-came.tsx'
import { type Come, type PlainKind, plainKinds } from './plain-files.ts'

/**
 * What is told beside a receipt is what is here: where the words came before, on another line, what was chosen this
 * time is here only if it had come with them. Once the days in which files may come are over nothing is told: files
 * that are gone would tell that the report went up and was erased here.
 */
export async function toldOfFiles(
  db: Db,
  { id, receivedOn }: Pick<Receipt, 'id' | 'receivedOn'>,
  today: Day,
  chosen: readonly PlainKind[],
  notCome: Come['notCome'] = [],
): Promise<Told> {
  if (isPast(receivedOn, today)) return { came: [], notCome: [] }
  const files = await listFiles(db, id, today)
  const isHere = (kind: PlainKind) =>
    files.some((file) => file.kind === kind && isWhole(file) && !file.messageId)
  const before = chosen.map((kind) => ({ kind, why: 'before' as const }))
  return {
    came: plainKinds.filter(isHere),
    notCome: [...notCome, ...before].filter(({ kind }) => !isHere(kind)),
  }
}
