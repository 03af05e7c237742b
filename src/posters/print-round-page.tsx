import { raw } from 'hono/html'
import { printWords } from '../i18n/codes.ts'
import { office as officeWords } from '../i18n/office.ts'
import { roundPaper, zipWords } from '../i18n/round-paper.ts'
import { type Lang, type Phrase, say, textOf, type Written } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Round } from '../rounds/store.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import type { Addresses, Code } from './store.ts'
import { addressMarks, vouchedDrawer } from './vouched.tsx'

/** What somebody wants printed, as it stands in the address. */
export interface Wanted {
  what: 'notices' | 'cards' | 'tents'
  sheets: 'one' | 'all'
  size: 'a4' | 'a3'
  in: Written
}

interface Props {
  frame: OfficeFrame
  round: Round
  office: Addresses
  own: Own
  wanted: Wanted
  /** Each code with its sheets as markup. */
  codes: readonly {
    code: Pick<Code, 'token' | 'salt' | 'certificate' | 'state'>
    pages: number
    sheets: string
  }[]
  /** Units without a code, and codes that the office's root does not stand behind. */
  without: number
  refused: number
}

/** The paper of a whole round, a code after another; it can be printed once the browser has vouched for every one. */
export function PrintRoundPage(props: Props) {
  const { frame, office, own, wanted, codes } = props
  const { lang } = frame.reader
  const vouched = vouchedDrawer(lang)
  return (
    <OfficePage frame={frame} section="rounds">
      <Head {...props} />
      {codes.length > 0 && (
        <p class="buttons noprint" data-all-good hidden>
          <button type="button" class="btn go" data-print>
            {say(lang, printWords.print)}
          </button>
        </p>
      )}
      <p class="box bad noprint" role="alert" data-some-forged={textOf(lang, zipWords.forged)} hidden />
      <div class={wanted.size === 'a3' ? 'papers a3' : 'papers'} {...addressMarks(office)}>
        {
          // Added one to another: joined, a thousand sheets would be copied once more.
          raw(codes.reduce((all, { code, sheets }) => all + vouched(code, sheets), ''))
        }
      </div>
      <OwnKeys {...own} />
    </OfficePage>
  )
}

function Head({ frame, round, wanted, codes, without, refused }: Props) {
  const { lang } = frame.reader
  const pages = codes.reduce((sum, code) => sum + code.pages, 0)
  const waiting = codes.filter(({ code }) => code.state !== 'inUse').length
  const advice = {
    notices: wanted.size === 'a3' ? roundPaper.a3Advice : printWords.advice,
    cards: printWords.cardAdvice,
    tents: roundPaper.tentAdvice,
  }[wanted.what]
  return (
    <div class="noprint">
      <h1>
        {say(lang, roundPaper.title)}
        {say(lang, officeWords.colon)}
        {round.title}
      </h1>
      <p>
        {codes.length === 0
          ? say(lang, roundPaper.nothing)
          : say(lang, roundPaper.count, { units: codes.length, sheets: pages })}{' '}
        {without > 0 && say(lang, roundPaper.without, { n: without })}
      </p>
      {refused > 0 && <p class="box bad">{say(lang, roundPaper.refused, { n: refused })}</p>}
      {waiting > 0 && <p class="box warn">{say(lang, roundPaper.notInUse, { n: waiting })}</p>}
      <p>
        <strong>{say(lang, roundPaper.first)}</strong> {say(lang, advice)}
      </p>
      <Choices lang={lang} round={round} wanted={wanted} />
    </div>
  )
}

/** Every choice is a link that keeps the others. */
function Choices({ lang, round, wanted }: Pick<Props, 'round' | 'wanted'> & { lang: Lang }) {
  const isNotice = wanted.what === 'notices'
  type Way = readonly [Partial<Wanted>, Phrase]
  const kinds: Way[] = [
    [{ what: 'notices' }, roundPaper.notices],
    [{ what: 'cards', sheets: 'one', size: 'a4' }, roundPaper.cards],
    [{ what: 'tents', sheets: 'one', size: 'a4' }, roundPaper.tents],
  ]
  const sheets: Way[] = [
    [{ sheets: 'one' }, roundPaper.one],
    [{ sheets: 'all' }, roundPaper.all],
  ]
  const sizes: Way[] = [
    [{ size: 'a4' }, roundPaper.a4],
    [{ size: 'a3' }, roundPaper.a3],
  ]
  const languages: Way[] = [
    [{ in: 'zh' }, roundPaper.chinese],
    [{ in: 'en' }, roundPaper.english],
  ]
  const choices = [
    { name: roundPaper.what, of: kinds },
    ...(isNotice
      ? [
          { name: roundPaper.howMany, of: sheets },
          { name: roundPaper.size, of: sizes },
        ]
      : []),
    { name: roundPaper.in, of: languages },
  ]
  const isChosen = (change: Partial<Wanted>) => {
    const [name] = Object.keys(change) as (keyof Wanted)[]
    return name !== undefined && wanted[name] === change[name]
  }
  return (
    <>
      {choices.map(({ name, of }) => (
        <nav class="actions" aria-label={say(lang, name)}>
          <span class="soft">{say(lang, name)}</span>
          {of.map(([change, word]) => (
            <a
              class={isChosen(change) ? 'btn' : 'btn quiet'}
              href={`${paths.printRound(round.id)}?${new URLSearchParams({ ...wanted, ...change })}`}
              aria-current={isChosen(change) ? 'true' : undefined}
            >
              <span>
                {isChosen(change) && <span aria-hidden="true">● </span>}
                {say(lang, word)}
              </span>
            </a>
          ))}
        </nav>
      ))}
      <p>
        <a class="btn quiet" href={paths.codes(round.id)}>
          {say(lang, printWords.back)}
        </a>
      </p>
    </>
  )
}
