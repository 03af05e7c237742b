import type { Report } from './tables.ts'

/** It is here still. Of what went up `contactHeld` stays, for the resident reads on as before, and nothing is here. */
export const isContactHere = ({
  contactHeld,
  contactErasedOn,
}: Pick<Report, 'contactHeld' | 'contactErasedOn'>): boolean => contactHeld && contactErasedOn === null
