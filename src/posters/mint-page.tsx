import { codeWords, mintWords } from '../i18n/codes.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Mistakes } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { MintFoot } from './mint-foot.tsx'
import type { Expected } from './minting.ts'

interface Props {
  frame: OfficeFrame
  /** What the root is going to sign. */
  printed: Expected & { noticeNumber: string }
  own: Own
  filled: Filled
  /** Why no code can be made at all. */
  blocked?: string | undefined
  /** Why the last try made none. */
  notDone?: string | undefined
}

export function MintPage({ frame, printed, own, filled, blocked, notDone }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{say(lang, mintWords.title, { unit: printed.unitName })}</h1>
      {notDone && (
        <p class="box bad" role="alert">
          {notDone}
        </p>
      )}
      {blocked ? (
        <>
          <p class="box warn">{blocked}</p>
          <p>
            <a class="btn quiet" href={paths.codes(printed.roundId)}>
              {say(lang, codeWords.title)}
            </a>
          </p>
        </>
      ) : (
        <Form lang={lang} printed={printed} filled={filled} />
      )}
      <OwnKeys {...own} />
    </OfficePage>
  )
}

function Form({ lang, printed, filled }: { lang: Lang; printed: Props['printed']; filled: Filled }) {
  const facts = [
    [mintWords.unit, printed.unitName],
    [mintWords.round, printed.roundTitle],
    [mintWords.team, printed.teamName],
    [mintWords.number, printed.noticeNumber],
  ] as const
  return (
    <>
      <Mistakes lang={lang} filled={filled} labels={mintWords} />
      <p>{say(lang, mintWords.lead)}</p>
      <dl class="facts">
        {facts.map(([word, value]) => (
          <>
            <dt>{say(lang, word)}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <form
        method="post"
        action={paths.mint(printed.roundId)}
        class="sheet-form"
        data-desk
        data-mint
        data-notice-number={printed.noticeNumber}
        data-unit-id={printed.unitId}
        data-unit-name={printed.unitName}
        data-round-id={printed.roundId}
        data-round-title={printed.roundTitle}
        data-team-id={printed.teamId}
        data-team-name={printed.teamName}
      >
        <input type="hidden" name="unit" value={printed.unitId} />
        <input type="hidden" name="noticeNumber" value={printed.noticeNumber} />
        <Field
          name="sheets"
          label={say(lang, mintWords.sheets)}
          help={say(lang, mintWords.sheetsHelp)}
          filled={filled}
          max={3}
          inputmode="numeric"
          required
        />
        <MintFoot lang={lang} roundId={printed.roundId} label={say(lang, mintWords.submit)} />
      </form>
    </>
  )
}
