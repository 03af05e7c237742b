import type { SealedReport } from '../sealing/seal.ts'
import type { Door } from './door.ts'
import type { Arrival } from './filing.ts'
import type { Plain } from './writing.ts'

/** A report as it is filed, whichever way it was sealed. */
export function arrivalOf(
  id: string,
  lookupHash: string | null,
  plain: Plain & Pick<Arrival, 'edition'>,
  sealed: Omit<SealedReport, 'lookup' | 'contact'> & { contact?: SealedReport['contact'] | undefined },
  { code }: { code: { roundId: string; unitId: string } },
  { keeper, epoch, box = epoch }: Pick<Door, 'keeper' | 'box'> & { epoch: number },
): Arrival {
  const { court, reply, ...columns } = plain
  const { dek, line, body, access, contact } = sealed
  return {
    id,
    lookupHash,
    roundId: code.roundId,
    unitId: code.unitId,
    teamId: keeper,
    epoch: box,
    channel: 'scan',
    ...columns,
    inCourt: court,
    identityMode: reply,
    sealed: [
      { part: 'dek', envelope: dek },
      { part: 'line', envelope: line },
      { part: 'body', envelope: body },
      { part: 'access', envelope: access },
      ...(contact ? [{ part: 'contact' as const, envelope: contact }] : []),
    ],
  }
}
