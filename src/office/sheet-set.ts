import * as z from 'zod/mini'
import { isDay } from '../clock/day.ts'
import { binary } from '../http/binary.ts'
import { line } from '../http/fields.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { setName } from '../sealing/recovery.ts'
import type { Office } from './store.ts'

/** A set of recovery sheets, as it is posted: what two of them open, and who keeps which. */
export const sheetFields = {
  keepers: z
    .array(
      z.object({
        sheet: z.int().check(z.gte(1), z.lte(3)),
        keeper: line(40),
        place: line(60),
        sealedOn: z.string().check(z.refine(isDay)),
      }),
    )
    .check(
      z.length(3),
      z.refine((keepers) => new Set(keepers.map(({ keeper }) => keeper)).size === 3),
    ),
  recoveryBundle: binary(300, 2000),
  recoverySet: binary(3),
}

export interface SheetSet {
  keepers: Office['keepers']
  recoveryBundle: Bytes
  recoverySet: Bytes
}

/** The set as the office's row holds it. */
export const sheetColumns = ({ keepers, recoveryBundle, recoverySet }: SheetSet) => ({
  keepers,
  recoveryBundle,
  recoverySet: setName(recoverySet),
})
