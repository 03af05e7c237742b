import type { PropsWithChildren } from 'hono/jsx'
import { base64url } from '../sealing/bytes.ts'
import { OFFICE, OFFICE_EPOCH, teamHolder } from '../staff/roles.ts'
import type { Filled } from '../ui/field.tsx'
import { type LetterPart, letterFields } from './parts.ts'
import type { LetterEnvelope } from './store.ts'

interface Props {
  part: LetterPart
  /** The letter or permit it belongs to; left out, the browser makes a new letter. */
  subject?: string | undefined
  team: string
  epoch: number
  /** To whom a new key is sealed, as the root signed them. */
  seals?: { team: string; office: string } | undefined
  /** The key of a letter that exists, sealed to the team. */
  letterKey?: Uint8Array<ArrayBuffer> | undefined
  filled: Filled
}

/** A place whose controls have no names: what stands in them is sealed under a letter's own key. */
export function SealedLetter(props: PropsWithChildren<Props>) {
  const { part, subject, team, epoch, seals, letterKey, filled, children } = props
  const { typed, problems } = filled
  return (
    <div
      class="sealed"
      data-letter={part}
      data-name={part}
      data-subject={subject}
      data-team={team}
      data-holder={teamHolder(team)}
      data-epoch={String(epoch)}
      data-key={letterKey && base64url(letterKey)}
      data-team-certificate={seals?.team}
      data-office-certificate={seals?.office}
    >
      {children}
      {letterFields.map((suffix) => {
        const value = typed[`${part}${suffix}`]
        return value ? <input type="hidden" name={`${part}${suffix}`} value={value} /> : null
      })}
      {problems?.[part] && <span class="error">{problems[part]}</span>}
    </div>
  )
}

interface SaidProps {
  part: LetterPart
  subject: string
  partId?: string
  envelopes: readonly LetterEnvelope[]
  /** Who opens it: a team under an epoch, or the office. */
  opener: { team: string; epoch: number } | 'office'
}

/** What a letter says, opened in place; inside stand elements with `data-field`. */
export function SaidInLetter(props: PropsWithChildren<SaidProps>) {
  const { part, subject, partId = '', envelopes, opener, children } = props
  const find = (wanted: LetterEnvelope['part'], id = '') =>
    envelopes.find((one) => one.subject === subject && one.part === wanted && one.partId === id)?.envelope
  const [envelope, key] = [find(part, partId), find(opener === 'office' ? 'officeKey' : 'teamKey')]
  if (!envelope || !key) return null
  return (
    <div
      data-said={part}
      data-subject={subject}
      data-part-id={partId}
      data-envelope={base64url(envelope)}
      data-key={base64url(key)}
      data-holder={opener === 'office' ? OFFICE : teamHolder(opener.team)}
      data-epoch={String(opener === 'office' ? OFFICE_EPOCH : opener.epoch)}
    >
      {children}
    </div>
  )
}
