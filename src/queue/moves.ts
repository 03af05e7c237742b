import { escalate } from '../escalation/escalate-form.tsx'
import { feedback } from '../fixes/feedback-form.tsx'
import { extend } from '../referrals/extend-form.tsx'
import { refer } from '../referrals/refer-form.tsx'
import { giveBack } from '../referrals/return-form.tsx'
import { unitReply } from '../referrals/unit-reply-form.tsx'
import type { MoveName } from '../reports/lifecycle.ts'
import { accept } from './accept-form.tsx'
import { archive } from './archive-form.tsx'
import { ask } from './ask-form.tsx'
import { conclude } from './conclude-form.tsx'
import { decline } from './decline-form.tsx'
import { fix } from './fix-form.tsx'
import { fixed, notFixed } from './fixed-form.tsx'
import { result } from './result-form.tsx'
import type { Said } from './said.ts'
import { verify } from './verify-form.tsx'
import { restore, voiding } from './void-form.tsx'

/** The moves that have a form, in the order in which a report usually goes. */
export const forms = {
  accept,
  ask,
  decline,
  verify,
  result,
  fix,
  feedback,
  fixed,
  notFixed,
  refer,
  unitReply,
  return: giveBack,
  extend,
  conclude,
  archive,
  void: voiding,
  restore,
  escalate,
} as const
export type FormMove = keyof typeof forms

export const formMoves = Object.keys(forms) as FormMove[]

/** The sentence that follows. What needs a second person is only proposed. */
export const saidAfter: Record<FormMove, Said> = {
  accept: 'accepted',
  ask: 'asked',
  decline: 'proposed',
  verify: 'verifying',
  result: 'entered',
  fix: 'proposed',
  feedback: 'fedBack',
  fixed: 'fixed',
  notFixed: 'notFixed',
  refer: 'proposed',
  unitReply: 'replied',
  return: 'returned',
  extend: 'proposed',
  conclude: 'proposed',
  archive: 'archived',
  void: 'proposed',
  restore: 'restored',
  escalate: 'proposed',
}

/** Which of these moves is the usual next one. */
export function usual(possible: readonly MoveName[], hasConclusion: boolean): MoveName | undefined {
  const order: MoveName[] = hasConclusion
    ? ['accept', 'unitReply', 'feedback', 'fixed', 'conclude', 'verify', 'result', 'archive']
    : ['accept', 'feedback', 'fixed', 'verify', 'result', 'unitReply', 'conclude', 'archive']
  return order.find((move) => possible.includes(move))
}
