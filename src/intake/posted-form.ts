import * as z from 'zod/mini'
import { binary } from '../http/binary.ts'
import { type Bytes, sha256, utf8 } from '../sealing/bytes.ts'
import { type Answers, tidy } from './rules.ts'

const text = z.catch(z._default(z.string(), ''), '')
const line = z.pipe(
  text,
  z.transform((typed) => tidy(typed).replace(/\s+/g, ' ')),
)
const short = z.pipe(
  line,
  z.transform((typed) => [...typed].slice(0, 20).join('')),
)
const tick = z.catch(
  z.pipe(
    z.literal('yes'),
    z.transform(() => true),
  ),
  false,
)

/**
 * A plain form, read leniently: whatever does not belong is left out, and the rules then say what is missing. Nothing
 * a person can type makes this fail.
 */
const postedForm = z.object({
  kind: z.catch(z.union([z.enum(['problem', 'conduct', 'suggestion']), z.literal('')]), ''),
  tile: line,
  text: z.pipe(text, z.transform(tidy)),
  callMe: tick,
  subject: line,
  place: line,
  reply: z.catch(z.enum(['anonymous', 'contactOnly', 'named']), 'anonymous'),
  phone: line,
  name: line,
  bestTime: short,
  dialect: short,
  consent: tick,
  afraid: tick,
  court: z.catch(z.union([z.enum(['no', 'yes', 'unsure']), z.literal('')]), ''),
  forOther: tick,
  helper: line,
})

export const readForm = (body: unknown): Answers => postedForm.parse(body)

/** The form's nonce, and undefined when it is not one of ours. Behind it may stand when its page was made. */
export function readNonce({ nonce }: Record<string, unknown>): Bytes | undefined {
  const stamped = binary(36).safeParse(nonce).data
  return stamped?.slice(0, 16) ?? binary(16).safeParse(nonce).data
}

/** SHA-256 over every field as it was read, contact included: what changes in the form makes another report. */
export const digestOfAnswers = (answers: Answers): Promise<Bytes> =>
  sha256(utf8(JSON.stringify(Object.entries(answers).sort())))
