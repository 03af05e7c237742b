import type { Context } from 'hono'
import type { Refused } from '../http/form.ts'
import { roundProblems } from '../i18n/rounds.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'

type Show = (c: Context<DeskEnv>, filled: Filled, again: 422) => Promise<Response>

/** The page of a round once more, with what is wrong on it. */
export const refusing = (show: Show) => (c: Context<DeskEnv>, refused: Refused) =>
  show(c, refusedForm(deskReader(c).lang, roundProblems, refused), 422)
