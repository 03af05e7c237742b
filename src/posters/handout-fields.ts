import * as z from 'zod/mini'
import { seen } from '../http/fields.ts'
import type { Handouts } from './handouts.ts'

export const handoutFields = ['cardPrinted', 'cardHandedOut', 'tentPrinted', 'tentHandedOut'] as const
type Typed = Record<(typeof handoutFields)[number], number>

/** Left empty it is none. */
const counted = z.pipe(
  z._default(z.string().check(z.normalize('NFKC'), z.trim(), z.regex(/^\d{0,6}$/, 'number')), ''),
  z.transform(Number),
)

export const handoutForm = z
  .object({
    version: seen,
    cardPrinted: counted,
    cardHandedOut: counted,
    tentPrinted: counted,
    tentHandedOut: counted,
  })
  .check(
    z.superRefine((typed, context) => {
      const more = (name: keyof Typed) => context.addIssue({ code: 'custom', path: [name], message: 'more' })
      if (typed.cardHandedOut > typed.cardPrinted) more('cardHandedOut')
      if (typed.tentHandedOut > typed.tentPrinted) more('tentHandedOut')
    }),
  )

export const handoutsIn = (typed: Typed): Handouts => ({
  card: { printed: typed.cardPrinted, handedOut: typed.cardHandedOut },
  tent: { printed: typed.tentPrinted, handedOut: typed.tentHandedOut },
})

export const handoutsTyped = ({ card, tent }: Handouts): Record<keyof Typed, string> => ({
  cardPrinted: String(card.printed),
  cardHandedOut: String(card.handedOut),
  tentPrinted: String(tent.printed),
  tentHandedOut: String(tent.handedOut),
})
