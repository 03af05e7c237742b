import { paths } from '../paths.ts'
import type { FoundCode } from '../posters/store.ts'
import type { UnitType } from '../rounds/tables.ts'
import { OFFICE, OFFICE_EPOCH } from '../staff/roles.ts'

/** Where a report goes that begins at a code: to the team or, when it is about the team, past it to the office. */
export interface Door {
  to: 'team' | 'office'
  address: string
  /** Whose queue it waits in: a team's id, or `office`. */
  keeper: string
  keeperName: string
  /** Of the key in force; none while there is none. */
  epoch: number | undefined
  /** Which of the office's boxes that is: the one that came with the root the code pins. */
  box?: number
  certificate: string
  phone: string
  dialects: readonly string[]
  /** Whose tiles one picks from. */
  tiles: UnitType
}

export type DoorName = Door['to']

export function doorOf({ code, team, unit, office, keys, box }: FoundCode, to: DoorName): Door {
  if (to === 'office') {
    return {
      to,
      address: paths.aboutTeam(code.token),
      keeper: OFFICE,
      keeperName: office.shortName,
      epoch: OFFICE_EPOCH,
      box,
      certificate: office.certificate,
      phone: office.phone,
      dialects: [],
      tiles: 'organ',
    }
  }
  return {
    to,
    address: paths.code(code.token),
    keeper: code.teamId,
    keeperName: team.name,
    epoch: keys?.epoch,
    certificate: keys?.certificate ?? '',
    // Nobody of a team that has left answers its telephone.
    phone: team.closedOn === null ? team.phone : office.phone,
    dialects: team.dialects,
    tiles: unit.type,
  }
}

/** What the office is called where the words else speak of the team. */
export const officeOf = ({ to, keeperName }: Door): string | undefined =>
  to === 'office' ? keeperName : undefined
