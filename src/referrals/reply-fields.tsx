import type { PropsWithChildren } from 'hono/jsx'
import * as z from 'zod/mini'
import { type Day, isDay } from '../clock/day.ts'
import { sealedId, sealedLong } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { type About, type FieldsProps, wrong } from '../queue/move.ts'
import { maybe } from '../queue/sealed-form.ts'
import { SealedLetter } from './sealed-letter.tsx'

/** What a move carries that records a paper of the handling unit's: its day, and what it says, sealed. */
export const replySchema = {
  steps: seen,
  receivedOn: z.string().check(z.refine(isDay, 'day')),
  reply: maybe(sealedLong),
  replyId: maybe(sealedId),
}

interface Values {
  receivedOn: Day
  reply?: Uint8Array<ArrayBuffer> | undefined
  replyId?: string | undefined
}

export const sealedReply = ({ reply, replyId }: Values) =>
  reply && replyId ? { id: replyId, envelope: reply } : undefined

/** A paper comes after the letter and not from tomorrow. */
export function replyProblems(values: Values, { desk, referring }: About): Record<string, string> {
  const { lang, today } = desk
  const { current } = referring
  const sent = current?.signedOn ?? current?.approvedOn ?? today
  const { receivedOn } = values
  return {
    ...((receivedOn < sent || receivedOn > today) && { receivedOn: wrong(lang, 'afterSending') }),
    ...(!sealedReply(values) && { reply: wrong(lang, 'reply') }),
  }
}

/** Sealed under the letter's own key: team and office can read it, as they can the letter. */
export function ReplyPlace({ about, filled, children }: PropsWithChildren<FieldsProps>) {
  const { current, envelopes } = about.referring
  if (!current) return null
  const key = envelopes.find(({ subject, part }) => subject === current.id && part === 'teamKey')
  return (
    <SealedLetter
      part="reply"
      subject={current.id}
      team={current.teamId}
      epoch={current.epoch}
      letterKey={key?.envelope}
      filled={filled}
    >
      {children}
    </SealedLetter>
  )
}
