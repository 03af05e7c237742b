import type { PropsWithChildren } from 'hono/jsx'
import { printWords } from '../i18n/codes.ts'
import { roundPaper } from '../i18n/round-paper.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import type { Addresses, Code } from './store.ts'
import { addressMarks, Vouched } from './vouched.tsx'

interface Props {
  frame: OfficeFrame
  code: Code
  unit: string
  what: 'notice' | 'cards' | 'tent'
  size?: 'a4' | 'a3'
  /** Cards in both languages, and either one sheet of the notice or all of them. */
  links: readonly { address: string; text: string }[]
  office: Addresses
  own: Own
}

const titles = { notice: printWords.notice, cards: printWords.cards, tent: roundPaper.tentTitle }
const advice = { notice: printWords.advice, cards: printWords.cardAdvice, tent: roundPaper.tentAdvice }

/** What is said before printing; the sheets below it are what comes out of the printer. */
export function PrintPage(props: PropsWithChildren<Props>) {
  const { frame, code, unit, what, size, links, office, own, children } = props
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="rounds">
      <div class="noprint">
        <h1>{say(lang, titles[what], { unit, number: code.noticeNumber })}</h1>
        {code.state !== 'inUse' && (
          <p class="box warn">
            {say(lang, what === 'notice' ? printWords.notInUse : printWords.cardsNotInUse)}
          </p>
        )}
        <p>
          <strong>{say(lang, printWords.first)}</strong>{' '}
          {say(lang, size === 'a3' ? roundPaper.a3Advice : advice[what])}
        </p>
        <p class="buttons">
          {links.map(({ address, text }) => (
            <a class="btn quiet" href={address}>
              {text}
            </a>
          ))}
          <a class="btn quiet" href={paths.codes(code.roundId)}>
            {say(lang, printWords.back)}
          </a>
        </p>
      </div>
      <div {...addressMarks(office)}>
        <Vouched lang={lang} code={code}>
          <p class="buttons noprint">
            <button type="button" class="btn go" data-print>
              {say(lang, printWords.print)}
            </button>
          </p>
          <div class={size === 'a3' ? 'papers a3' : 'papers'}>{children}</div>
        </Vouched>
      </div>
      <OwnKeys {...own} />
    </OfficePage>
  )
}
