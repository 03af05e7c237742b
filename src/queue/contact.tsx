import { sayDay, yearOf } from '../clock/day.ts'
import { handing } from '../i18n/handing.ts'
import { leaving } from '../i18n/leaving.ts'
import { queue } from '../i18n/queue.ts'
import { reportWords, viewWords } from '../i18n/report.ts'
import { type Phrase, say, textOf } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { filedByResident } from '../reports/channels.ts'
import { base64url } from '../sealing/bytes.ts'
import { mayHoldContact } from '../staff/roles.ts'
import type { Filled } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { officeIn } from './desk.ts'
import { HandedNow, HandOver } from './handing.tsx'
import { opensContact } from './may-contact.ts'
import { Trouble } from './move-form.tsx'
import type { ReportView } from './report-view.ts'
import { textAt } from './words.ts'

interface Props {
  view: ReportView
  /** Fetched by who may, for a reason that is on record. */
  contact?: Uint8Array<ArrayBuffer> | undefined
  filled: Filled
}

/** How to reach the resident. Locked apart, for the leader and the deputy. */
export function ContactPart({ view, contact, filled }: Props) {
  const { lang } = view.desk
  return (
    <section id="contact" class="noprint">
      <h2>{say(lang, reportWords.contact)}</h2>
      {contact ? <Shown view={view} contact={contact} /> : <Closed view={view} filled={filled} />}
    </section>
  )
}

function Closed({ view, filled }: Props) {
  const { desk, report, about, holders, handed } = view
  const { lang, person, today } = desk
  if (report.contactErasedOn) {
    return (
      <p>{say(lang, reportWords.erased, { date: sayDay(report.contactErasedOn, lang, yearOf(today)) })}</p>
    )
  }
  if (!report.contactHeld) return <p>{say(lang, reportWords.none)}</p>
  if (report.contactEpoch !== null)
    return (
      <p class="box warn">
        {officeIn(desk)
          ? say(lang, leaving.stays)
          : say(lang, leaving.staysThere, { office: about.office.shortName })}
      </p>
    )
  const holds = opensContact(view)
  const mine = handed.find(({ personId }) => personId === person.id)
  const colleague = holders.contact.join(say(lang, words.and)) || say(lang, reportWords.nobody)
  return (
    <>
      <p>{say(lang, heldWords(report))}</p>
      {!mayHoldContact(person.roles) && !mine && report.callMe && (
        <p class="lead">{say(lang, reportWords.leaderCalls)}</p>
      )}
      {!mayHoldContact(person.roles) && !mine && (
        <p class="soft">{textAt(view.desk, reportWords.leadersOnly)}</p>
      )}
      {mayHoldContact(person.roles) && !holds && (
        <p class="box warn">{say(lang, reportWords.noContactKey, { colleague })}</p>
      )}
      {mayHoldContact(person.roles) && holds && <Ask view={view} filled={filled} />}
      {mine && (
        <>
          <p class="box">{say(lang, handing.yours)}</p>
          <Ask view={view} filled={filled} />
        </>
      )}
      <HandedNow view={view} />
    </>
  )
}

const heldWords = ({ channel, identityMode }: ReportView['report']): Phrase =>
  reportWords[`${filedByResident(channel) ? 'held' : 'reachHeld'}${identityMode === 'named' ? 'Named' : ''}`]

function Ask({ view: { desk, report }, filled }: Props) {
  const { lang, team } = desk
  return (
    <form
      method="post"
      action={paths.contact(team.id, report.id)}
      class="sheet-form"
      data-in-place
      data-seals
    >
      <fieldset class="ticks" aria-describedby="view-logged">
        <legend>{say(lang, reportWords.viewWhy)}</legend>
        {Object.entries(viewWords).map(([why, phrase]) => (
          <label class="pick">
            <input type="radio" name="viewWhy" value={why} required checked={filled.typed.viewWhy === why} />
            <span>{say(lang, phrase)}</span>
          </label>
        ))}
      </fieldset>
      <div data-when="viewWhy=other">
        <Sealed name="viewOther" seal="why" filled={filled}>
          <Control field="text" id="viewOther" label={say(lang, reportWords.viewOther)} max={200} />
        </Sealed>
      </div>
      {filled.problems?.viewWhy && (
        <p class="error" role="alert">
          {filled.problems.viewWhy}
        </p>
      )}
      <Trouble lang={lang} />
      <button type="submit" class="btn">
        {say(lang, reportWords.view)}
      </button>
      <p id="view-logged" class="soft">
        {say(lang, reportWords.viewLogged)}
      </p>
    </form>
  )
}

function Shown({ view, contact }: { view: ReportView; contact: Uint8Array<ArrayBuffer> }) {
  const { lang } = view.desk
  const opening = say(lang, queue.opening)
  return (
    <div
      data-held-contact={base64url(contact)}
      data-handed={mayHoldContact(view.desk.person.roles) ? undefined : view.desk.person.id}
    >
      <dl class="facts">
        <dt data-of="name">{say(lang, reportWords.name)}</dt>
        <dd class="opened" data-of="name" data-field="name" />
        <dt data-of="phone" data-address={say(lang, reportWords.address)}>
          {say(lang, reportWords.phone)}
        </dt>
        <dd class="lead opened" data-of="phone" data-field="phone">
          {opening}
        </dd>
        <dt data-of="bestTime">{say(lang, reportWords.bestTime)}</dt>
        <dd class="opened" data-of="bestTime" data-field="bestTime" />
        <dt data-of="dialect">{say(lang, reportWords.dialect)}</dt>
        <dd class="opened" data-of="dialect" data-field="dialect" />
        <dt data-of="helper">{say(lang, reportWords.helper)}</dt>
        <dd class="opened" data-of="helper" data-field="helper" />
      </dl>
      <p class="box bad" data-no-consent hidden>
        {say(lang, reportWords.noConsent)}
      </p>
      <div data-calls>
        <p class="box opened" data-script={textOf(lang, reportWords.script)}>
          {say(lang, reportWords.scriptNameless)}
        </p>
        <p>
          <a href="#notes">{say(lang, reportWords.noteCall)}</a>
        </p>
        <HandOver view={view} />
      </div>
    </div>
  )
}
