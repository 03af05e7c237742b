import type { Sentence } from '../reports/resident-sees.ts'
import { partOf, type Slot } from '../reports/slot.ts'
import { Dated } from '../ui/dated.tsx'
import { dialOne } from '../ui/dial.ts'
import type { Said } from './said.ts'

interface Props {
  sentence: Sentence
  said: readonly Said[]
  /** The date that stands out. */
  bold: string | null
}

/** What the team wrote fills its place in a sentence here, or in the browser that opens it. */
export function FilledSentence({ sentence, said, bold }: Props) {
  return (
    <>
      {sentence.map((part) => {
        if (typeof part !== 'string') return <Blank slot={part} said={said} />
        return part === bold ? <b>{part}</b> : <Dated>{part}</Dated>
      })}
    </>
  )
}

/** A telephone can be dialled once it is readable. */
function Blank({ slot: { purpose, line }, said }: { slot: Slot; said: readonly Said[] }) {
  const message = said.find(({ shown }) => shown === purpose)
  const text = message?.text ? partOf(message.text, line) : ''
  const place = {
    class: 'said',
    'data-message': message?.id,
    'data-envelope': message?.envelope,
    'data-line': line,
  }
  const isTelephone = purpose === 'channel' && line === 1
  return isTelephone ? (
    <a {...place} href={dialOne(text)}>
      {text}
    </a>
  ) : (
    <span {...place}>{text}</span>
  )
}
