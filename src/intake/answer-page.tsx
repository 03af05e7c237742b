import type { Day } from '../clock/day.ts'
import { at, type Reader } from '../http/reader.ts'
import { answer } from '../i18n/answering.ts'
import { frame } from '../i18n/frame.ts'
import { progress } from '../i18n/progress.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Sentence, Sight } from '../reports/resident-sees.ts'
import { PublicPage } from '../ui/page.tsx'
import { type Asker, Carried } from './carried.tsx'
import { EraseContact } from './erase-contact.tsx'
import { FilledSentence } from './filled-sentence.tsx'
import { Leave } from './leave.tsx'
import type { Said } from './said.ts'
import { Supplement } from './supplement.tsx'
import { type Added, Talk } from './talk.tsx'
import { TooLate } from './too-late.tsx'

interface Props {
  reader: Reader
  phone: string
  demo: boolean
  sight: Sight
  /** What opens the conversation, for the browser that has the code. */
  access: { report: string; envelope: string }
  /** What the team said, opened here or still sealed. */
  said: readonly Said[]
  added: readonly Added[]
  today: Day
  asker: Asker
  /** Where it went past the team, the office's name. */
  office: string | undefined
  mayAdd: boolean
  contactHeld: boolean
  callMe: boolean
  notice?: string | undefined
  /** What was typed and could not be taken. */
  unsent?: { text: string; mistake: string } | undefined
  /** What was typed when nothing more could be added. */
  tooLate?: string | undefined
}

const road = [
  progress.roadReceived,
  progress.roadAccepted,
  progress.roadVerifying,
  progress.roadAnswered,
] as const

const asks = (sentence: Sentence) =>
  sentence.some((part) => typeof part !== 'string' && part.purpose === 'question')

/** The stage, what is next and by when. Never the unit, the kind, the day of filing, or what was written. */
export function AnswerPage(props: Props) {
  const { reader, phone, demo, sight, access, said, asker, notice } = props
  const { lang } = reader
  const question = sight.sentences.find(asks)
  // A question stands once: where it is answered.
  const told = sight.sentences.filter((sentence) => !props.mayAdd || sentence !== question)
  return (
    <PublicPage
      reader={reader}
      letterhead={say(lang, frame.title)}
      here={asker && props.tooLate === undefined ? paths.progress : undefined}
      form={props.mayAdd ? 'add' : 'same'}
      phone={phone}
      demo={demo}
      script="progress"
    >
      <div id="answer" data-report={access.report} data-access={access.envelope}>
        {notice && (
          <p class="box ok" role="status" tabindex={-1} data-notice>
            {notice}
          </p>
        )}
        {props.tooLate !== undefined && <TooLate lang={lang} phone={phone} text={props.tooLate} />}
        <h1 tabindex={-1}>{sight.heading}</h1>
        {told.map((sentence) => (
          <p>
            <FilledSentence sentence={sentence} said={said} bold={sight.date} />
          </p>
        ))}
        <p class="error" id="unopened" hidden={!said.some(({ text }) => text === null)}>
          {say(lang, answer.unopened, { phone })}
        </p>
        <ol class="road" aria-label={say(lang, answer.road)}>
          {road.map((stage, at) => {
            if (sight.skipped.some((stage) => stage === at)) return null
            return (
              <li
                class={at < sight.road ? 'done' : undefined}
                aria-current={at === sight.road ? 'step' : undefined}
              >
                {say(lang, stage)}
              </li>
            )
          })}
        </ol>
        <Talk lang={lang} today={props.today} office={props.office} said={said} added={props.added} />
        {props.mayAdd && (
          <Supplement reader={reader} asker={asker} office={props.office} unsent={props.unsent}>
            {question && <FilledSentence sentence={question} said={said} bold={sight.date} />}
          </Supplement>
        )}
        {asker && !props.mayAdd && (
          <form id="same" method="post" hidden>
            <Carried asker={asker} />
          </form>
        )}
        {props.contactHeld && (
          <EraseContact reader={reader} asker={asker} call={props.callMe && props.mayAdd} />
        )}
        {props.tooLate === undefined && <p class="soft">{say(lang, answer.hidden)}</p>}
        {asker && <p class="soft">{say(lang, answer.opened)}</p>}
        <Leave
          lang={lang}
          to={at(reader, paths.gone)}
          look="quiet"
          words={[answer.leave, answer.leaveSure, answer.leaveYes, answer.leaveNo]}
        />
      </div>
    </PublicPage>
  )
}
