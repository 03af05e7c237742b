import * as z from 'zod'
import { binary } from '../http/binary.ts'
import { kinds } from '../reports/lifecycle.ts'

const SEAL = 30 // what AES-GCM and the format add to what is sealed
const HPKE = 83
const KIB = 1024

/** What a resident's browser sends. Every envelope has one of the lengths that padding leaves. */
export const sealedReport = z
  .strictObject({
    id: z.string().regex(/^[\w-]{22}$/),
    lookup: binary(32),
    team: z.string().min(1).max(64),
    epoch: z.int().min(1).max(1_000_000),
    kind: z.enum(kinds),
    tile: z.string().max(16),
    court: z.enum(['no', 'yes', 'unsure', 'unanswered']),
    afraid: z.boolean(),
    callMe: z.boolean(),
    forOther: z.boolean(),
    namesPerson: z.boolean(),
    hasText: z.boolean(),
    reply: z.enum(['anonymous', 'contactOnly', 'named']),
    dek: binary(32 + HPKE),
    line: binary(512 + SEAL),
    body: binary(1 * KIB + SEAL, 16 * KIB + SEAL).refine((body) => textSizes.includes(body.length - SEAL)),
    access: binary(64 + SEAL),
    contact: binary(32 + HPKE + 1 * KIB + SEAL).optional(),
  })
  .refine(({ reply, contact }) => (reply === 'anonymous') === (contact === undefined))

const textSizes = [1 * KIB, 4 * KIB, 16 * KIB]

export type SentReport = z.infer<typeof sealedReport>
