import { codeWords, mintWords } from '../i18n/codes.ts'
import { mintRoundWords } from '../i18n/minting.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Mistakes } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { MintFoot } from './mint-foot.tsx'
import { RoundHead } from './round-head.tsx'
import { GROUP, type Lacking, makeable, type RoundMinting, sheetsField } from './round-minting.ts'

interface Props {
  frame: OfficeFrame
  minting: RoundMinting
  own: Own
  filled: Filled
  /** A group has just been kept: the script sends the next one by itself. */
  goesOn: boolean
  /** Why the last group was not made. */
  notDone?: string | undefined
}

/** Every code that the round still lacks, made group by group in the administrator's browser. */
export function MintRoundPage(props: Props) {
  const { frame, minting, own, filled, notDone } = props
  const { lang } = frame.reader
  const { round, all, made, lacking } = minting
  return (
    <OfficePage frame={frame} section="rounds">
      <RoundHead lang={lang} title={say(lang, mintRoundWords.title)} round={round} notDone={notDone} />
      <Mistakes lang={lang} filled={filled} labels={mintRoundWords} />
      {all > 0 && (
        <p role="status">
          <progress value={made} max={all} /> {say(lang, mintRoundWords.progress, { made, all })}
        </p>
      )}
      {lacking
        .filter(({ confirmed }) => !confirmed)
        .map(({ team, units }) => (
          <p class="box warn">
            {say(lang, mintRoundWords.waits, { team: team.name, n: units.length })}{' '}
            <a href={paths.people}>{say(lang, mintWords.toKeys)}</a>
          </p>
        ))}
      {makeable(minting).length > 0 ? (
        <Form {...props} lang={lang} />
      ) : (
        <>
          <p>{say(lang, lacking.length > 0 ? mintRoundWords.notYet : mintRoundWords.none)}</p>
          <p>
            <a class="btn quiet" href={paths.codes(round.id)}>
              {say(lang, codeWords.title)}
            </a>
          </p>
        </>
      )}
      <OwnKeys {...own} />
    </OfficePage>
  )
}

function Form({ lang, minting, filled, goesOn, notDone }: Props & { lang: Lang }) {
  const { round, lacking } = minting
  return (
    <form
      method="post"
      action={paths.mintRound(round.id)}
      class="sheet-form"
      data-desk
      data-mint-round={JSON.stringify(makeable(minting).slice(0, GROUP))}
      data-goes-on={goesOn ? '' : undefined}
    >
      <p>{say(lang, mintRoundWords.lead)}</p>
      <Field
        name="sheets"
        label={say(lang, mintRoundWords.sheets)}
        help={say(lang, mintRoundWords.sheetsHelp)}
        filled={filled}
        max={3}
        inputmode="numeric"
        required
      />
      {lacking
        .filter(({ confirmed }) => confirmed)
        .map((one) => (
          <Units lang={lang} lacking={one} filled={filled} />
        ))}
      <MintFoot
        lang={lang}
        roundId={round.id}
        label={say(lang, goesOn || notDone ? mintRoundWords.goOn : mintRoundWords.submit)}
      >
        <p data-working hidden>
          {say(lang, mintRoundWords.working)}
        </p>
      </MintFoot>
    </form>
  )
}

/** A team's units, each with a number of its own where the list or somebody gave one. */
function Units({ lang, lacking, filled }: { lang: Lang; lacking: Lacking; filled: Filled }) {
  const { team, units } = lacking
  return (
    <table class="roll">
      <thead>
        <tr>
          <th>{say(lang, mintRoundWords.team, { team: team.name, n: units.length })}</th>
          <th>{say(lang, mintRoundWords.own)}</th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ unitId, unitName }) => {
          const name = sheetsField(unitId)
          return (
            <tr>
              <td>{unitName}</td>
              <td data-head={say(lang, mintRoundWords.own)}>
                <input
                  class="few"
                  id={name}
                  name={name}
                  value={filled.typed[name]}
                  maxlength={3}
                  inputmode="numeric"
                  aria-label={say(lang, mintRoundWords.label, { unit: unitName })}
                  aria-invalid={filled.problems?.[name] ? 'true' : undefined}
                />
                {filled.problems?.[name] && <span class="error"> {filled.problems[name]}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
