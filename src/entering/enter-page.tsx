import { tilesOf } from '../categories/checklist.ts'
import { sentTile } from '../categories/editions.ts'
import { treeWords } from '../i18n/categories.ts'
import { enterProblems, entering as words } from '../i18n/entering.ts'
import { office } from '../i18n/office.ts'
import { channelWords, kindWords } from '../i18n/queue.ts'
import { say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Choice, Nothing, Option, Tick } from '../queue/choices.tsx'
import { officeIn } from '../queue/desk.ts'
import { Trouble } from '../queue/move-form.tsx'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { base64url } from '../sealing/bytes.ts'
import { Field, type Filled, Mistakes, Select } from '../ui/field.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Control } from '../ui/sealed-field.tsx'
import type { EnterView } from './enter-view.ts'
import { enteredChannels } from './entered-form.ts'

interface Props {
  view: EnterView
  filled: Filled
}

/** What was told has no names in this form: the browser seals it to the team before anything is sent. */
export function EnterPage({ view, filled }: Props) {
  const { desk, units, lock, hasLeft, keys } = view
  const { lang } = desk
  const barrier = hasLeft
    ? words.closed
    : !lock
      ? words.noKeys
      : units.length === 0
        ? words.noUnits
        : undefined
  return (
    <TeamPage desk={desk}>
      <Watermark desk={desk} />
      <h1>{say(lang, words.title)}</h1>
      {barrier || !lock ? (
        <p class="box warn">{say(lang, barrier ?? words.noKeys)}</p>
      ) : (
        <EnterForm view={view} filled={filled} certificate={lock.certificate} />
      )}
      <OwnKeys {...keys} />
    </TeamPage>
  )
}

function EnterForm({ view, filled, certificate }: Props & { certificate: string }) {
  const { lang, team } = view.desk
  const seal = {
    'data-team': team.id,
    'data-certificate': certificate,
    'data-salt': base64url(view.salt),
  }
  return (
    <>
      <Mistakes lang={lang} filled={filled} labels={words} />
      <form
        method="post"
        action={paths.enter(team.id)}
        class="sheet-form"
        data-desk
        data-seals
        data-enter
        novalidate
        {...seal}
      >
        <p class="box">{say(lang, words.note)}</p>
        {officeIn(view.desk) && <p class="box warn">{say(lang, words.onlyTeams)}</p>}
        <Matter view={view} filled={filled} />
        <Said view={view} filled={filled} />
        <Reach view={view} filled={filled} />
        <Tick name="noCode" label={say(lang, words.noCode)} filled={filled} />
        <p class="soft">{say(lang, words.noCodeHelp)}</p>
        <Trouble lang={lang} />
        <div role="alert">
          <p class="error" data-why="untrue" hidden>
            {say(lang, words.untrue)}
          </p>
          <p class="error" data-why="contact" hidden>
            {say(lang, enterProblems.contact)}
          </p>
        </div>
        <p class="buttons">
          <button type="submit" class="btn go">
            {say(lang, words.submit)}
          </button>
          <a class="btn quiet" href={paths.desk(team.id)}>
            {say(lang, office.leave)}
          </a>
        </p>
      </form>
    </>
  )
}

/** What the register knows of it. */
function Matter({ view, filled }: Props) {
  const { desk, units, tiles } = view
  const { lang, today } = desk
  const here = enteredChannels.map((channel) => [channel, channelWords[channel]])
  const dated = { ...filled, typed: { receivedOn: today, ...filled.typed } }
  const choice = { lang, filled }
  return (
    <>
      <div class="pair">
        <Choice
          name="channel"
          label={say(lang, words.channel)}
          words={Object.fromEntries(here)}
          {...choice}
        />
        <Field name="receivedOn" type="date" label={say(lang, words.receivedOn)} filled={dated} required />
      </div>
      <Select name="unit" label={say(lang, words.unit)} filled={filled}>
        <Nothing name="unit" {...choice} />
        {units.map(({ id, name, depth }) => (
          <Option value={id} chosen={filled.typed.unit}>
            {'　'.repeat(depth)}
            {name}
          </Option>
        ))}
      </Select>
      <div class="pair">
        <Choice name="kind" label={say(lang, words.kind)} words={kindWords} {...choice} />
        <Select name="tile" label={say(lang, words.tile)} filled={filled}>
          <Nothing name="tile" {...choice} />
          {tiles.map(({ of, shown }) => (
            <optgroup label={textOf(lang, treeWords[of])}>
              {tilesOf(shown.list).map(({ code, name }) => (
                <Option value={sentTile(shown.edition, code)} chosen={filled.typed.tile}>
                  {textOf(lang, name)}
                </Option>
              ))}
            </optgroup>
          ))}
        </Select>
      </div>
    </>
  )
}

/** So much fits a page of the longest envelope, whatever is written. */
const LONGEST = 3000

function Said({ view: { desk }, filled }: Props) {
  const { lang } = desk
  return (
    <>
      <Control
        field="text"
        id="text"
        label={say(lang, words.text)}
        help={say(lang, words.textHelp, { team: desk.team.name })}
        rows={8}
        max={LONGEST}
        required
      />
      <div data-when="kind=conduct">
        <Control field="subject" id="subject" label={say(lang, words.subject)} max={100} />
      </div>
      <Control field="place" id="place" label={say(lang, words.place)} max={200} />
      <Tick name="afraid" label={say(lang, words.afraid)} filled={filled} />
    </>
  )
}

function Reach({ view: { desk } }: Props) {
  const { lang } = desk
  return (
    <fieldset aria-describedby="reach-help">
      <legend>{say(lang, words.contact)}</legend>
      <p id="reach-help" class="soft">
        {say(lang, officeIn(desk) ? words.officeContactHelp : words.contactHelp)}
      </p>
      <div class="pair">
        <Control field="phone" id="phone" label={say(lang, words.phone)} max={100} />
        <Control field="name" id="name" label={say(lang, words.name)} max={40} />
      </div>
      <label class="pick">
        <input type="checkbox" id="consent" data-field="consent" />
        <span>{say(lang, words.consent)}</span>
      </label>
      <p class="error" role="alert" data-why="consent" hidden>
        {say(lang, enterProblems.consent)}
      </p>
    </fieldset>
  )
}
