import * as z from 'zod'
import { binary } from '../http/binary.ts'
import { type Bytes, sha256, utf8 } from '../sealing/bytes.ts'
import { type Answers, tidy } from './rules.ts'

const text = z.string().default('').catch('')
const line = text.transform((typed) => tidy(typed).replace(/\s+/g, ' '))
const tick = z
  .literal('yes')
  .transform(() => true)
  .catch(false)

/**
 * A plain form, read leniently: whatever does not belong is left out, and the rules then say what is missing. Nothing
 * a person can type makes this fail.
 */
const postedForm = z.object({
  kind: z.enum(['problem', 'conduct', 'suggestion']).or(z.literal('')).catch(''),
  tile: line,
  text: text.transform(tidy),
  callMe: tick,
  subject: line,
  place: line,
  reply: z.enum(['anonymous', 'contactOnly', 'named']).catch('anonymous'),
  phone: line,
  name: line,
  bestTime: line.transform((typed) => [...typed].slice(0, 20).join('')),
  dialect: line.transform((typed) => [...typed].slice(0, 20).join('')),
  consent: tick,
  afraid: tick,
  court: z.enum(['no', 'yes', 'unsure']).or(z.literal('')).catch(''),
  forOther: tick,
})

export const readForm = (body: unknown): Answers => postedForm.parse(body)

/** The form's nonce, and undefined when it is not one of ours. */
export const readNonce = ({ nonce }: Record<string, unknown>): Bytes | undefined =>
  binary(16).safeParse(nonce).data

/** SHA-256 over every field as it was read, contact included: what changes in the form makes another report. */
export const digestOf = (answers: Answers): Promise<Bytes> =>
  sha256(utf8(JSON.stringify(Object.entries(answers).sort())))
