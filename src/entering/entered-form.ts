import * as z from 'zod/mini'
import { isDay } from '../clock/day.ts'
import { binary, sealedContact, sealedId, sealedParts } from '../http/binary.ts'
import { maybe, whole } from '../http/fields.ts'
import type { Channel } from '../reports/channels.ts'
import { kinds } from '../reports/lifecycle.ts'

/** How a report comes when it comes by no code. */
export const enteredChannels = [
  'letter',
  'call',
  'visit',
  'box',
  'fieldVisit',
] as const satisfies readonly Channel[]

/** So comes what may have no way back to whoever wrote it. Whoever speaks can be told the query code. */
const written: readonly Channel[] = ['letter', 'box']
export const mayHaveNoCode = ({ channel }: { channel: Channel }) => written.includes(channel)

const tick = z.pipe(
  z.optional(z.literal('yes')),
  z.transform((said) => said === 'yes'),
)

/** What a staff browser sends: choices in clear, words and contact details sealed as a resident's would be. */
export const enteredForm = z.object({
  channel: z.enum(enteredChannels, 'channel'),
  unit: z.string().check(z.minLength(1, 'unit'), z.maxLength(64)),
  kind: z.enum(kinds, 'kind'),
  tile: z.string().check(z.minLength(1, 'tile'), z.maxLength(32)),
  receivedOn: z.string().check(z.refine(isDay, 'day')),
  afraid: tick,
  noCode: tick,
  namesPerson: tick,
  hasText: tick,
  reply: z.enum(['anonymous', 'contactOnly', 'named'], 'contact'),
  epoch: whole(1, undefined, 'text'),
  id: z.pipe(z.string('text'), sealedId),
  lookup: maybe(binary(32)),
  ...sealedParts,
  contact: maybe(sealedContact),
})
export type EnteredForm = z.output<typeof enteredForm>
