import * as z from 'zod/mini'
import { promisedFiles, uploadRight } from '../files/promising.ts'
import { binary, sealedContact, sealedId, sealedParts } from '../http/binary.ts'
import { kinds } from '../reports/lifecycle.ts'
import { FORMAT } from '../sealing/suite.ts'

/** What a resident's browser sends. Every envelope has one of the lengths that padding leaves. */
export const sealedReport = z
  .strictObject({
    id: sealedId,
    lookup: binary(32),
    team: z.string().check(z.minLength(1), z.maxLength(64)),
    epoch: z.int().check(z.gte(1), z.lte(1_000_000)),
    kind: z.enum(kinds),
    tile: z.string().check(z.maxLength(32)),
    court: z.enum(['no', 'yes', 'unsure', 'unanswered']),
    afraid: z.boolean(),
    callMe: z.boolean(),
    forOther: z.boolean(),
    namesPerson: z.boolean(),
    hasText: z.boolean(),
    reply: z.enum(['anonymous', 'contactOnly', 'named']),
    ...sealedParts,
    contact: z.optional(sealedContact),
    right: z.optional(uploadRight),
    files: z.optional(promisedFiles),
    work: z.optional(z.string()),
  })
  .check(z.refine(({ right, files }) => (right === undefined) === (files === undefined)))
  .check(z.refine(({ reply, contact }) => (reply === 'anonymous') === (contact === undefined)))
  // The server opens none of them; it takes none in a format that nobody could open.
  .check(
    z.refine(({ dek, line, body, access, contact = FORMAT }) =>
      [dek, line, body, access, contact].every((envelope) =>
        FORMAT.every((byte, at) => envelope[at] === byte),
      ),
    ),
  )

export type SentReport = z.infer<typeof sealedReport>
