import { receipt } from '../i18n/answering.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { groups } from '../sealing/query-code.ts'

const five = [1, 2, 3, 4, 5]
const four = [0, 1, 2, 3]

interface Props {
  lang: Lang
  code?: string | undefined
  /** Not where the picture of it is printed. */
  onPaper: boolean
}

/** A query code in copybook squares: five rows of four. Without a code the squares wait for the script. */
export function Digits({ lang, code, onPaper }: Props) {
  const rows = code === undefined ? [] : groups(code)
  return (
    <ol class={onPaper ? 'code' : 'code noprint'}>
      {five.map((n) => (
        <li>
          <small>{say(lang, receipt.group, { n })}</small>
          {four.map((at) => (
            <b>{rows[n - 1]?.[at]}</b>
          ))}
        </li>
      ))}
    </ol>
  )
}
