import type { PropsWithChildren } from 'hono/jsx'
import * as z from 'zod/mini'
import { type Day, isDay } from '../clock/day.ts'
import { sealedId, sealedLong } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { type About, type FieldsProps, wrong } from '../queue/move.ts'
import { numberIn } from './letter-number.ts'
import { SealedLetter } from './sealed-letter.tsx'

/** What a move carries that records a paper of the handling unit's: its day, and what it says, sealed. */
export const replySchema = {
  steps: seen,
  receivedOn: z.string().check(z.refine(isDay, 'day')),
  reply: sealedLong,
  replyId: sealedId,
}

type Values = z.output<z.ZodMiniObject<typeof replySchema>>

export const sealedReply = ({ reply, replyId }: Values) => ({ id: replyId, envelope: reply })

/**
 * A paper comes no earlier than the letter went out, or than the one came that was sent back, and not from tomorrow. On
 * which day that was sent back nobody enters: it may be recorded days later.
 */
export function replyProblems(
  { receivedOn }: { receivedOn?: Day | undefined },
  { desk, referring, sentBackReplyCameOn }: About,
): Record<string, string> {
  const { lang, today } = desk
  const { current } = referring
  const sent = current?.signedOn ?? current?.approvedOn ?? today
  const isApart = receivedOn && (receivedOn < (sentBackReplyCameOn ?? sent) || receivedOn > today)
  return isApart ? { receivedOn: wrong(lang, sentBackReplyCameOn ? 'afterRedo' : 'afterSending') } : {}
}

/** Which letter it answers: the paper in hand is held against it. */
export function Answered({ about: { desk, referring } }: { about: About }) {
  const { current } = referring
  if (!current) return null
  return (
    <p class="lead">
      {numberIn(desk.lang, current)} · {current.addressee}
    </p>
  )
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
