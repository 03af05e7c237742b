import { attachments as words } from '../i18n/attachments.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Places } from '../referrals/checked.tsx'
import { hasLeft } from '../referrals/letter-states.ts'
import { Templates } from '../referrals/templates.tsx'
import { mayTalk } from '../reports/offers.ts'
import { situationOf } from '../reports/situation.ts'
import type { Filled } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { filesInOrder, nameOf } from './attachments.tsx'
import { saidElsewhere } from './body.tsx'
import { Differs } from './differs.tsx'
import { kindsOf } from './file-kinds.ts'
import { Trouble } from './move-form.tsx'
import { neverHadCode } from './never-had-code.ts'
import { Opened } from './opened.tsx'
import type { Message, ReportView } from './report-view.ts'
import { shortDay } from './words.ts'

interface Props {
  view: ReportView
  filled: Filled
}

/** The conversation, both ways. */
export function Talk({ view, filled }: Props) {
  const { desk, report, messages } = view
  const { lang, person } = desk
  return (
    <section id="talk">
      <h2>{say(lang, reportWords.talk)}</h2>
      {messages.length === 0 && <p class="soft">{say(lang, reportWords.noTalk)}</p>}
      <ol class="talk">
        {messages.map((message) => (
          <Said view={view} message={message} />
        ))}
      </ol>
      {view.escalation?.receipt ? null : mayTalk(situationOf(report, desk.today), person) ? (
        <>
          {report.unread && <Read view={view} />}
          <Write view={view} filled={filled} />
        </>
      ) : (
        <p class="soft noprint">{say(lang, reportWords.mayNotTalk)}</p>
      )}
    </section>
  )
}

/** One message: whose, of which day, and what it says. */
export function Said({ view, message }: { view: ReportView; message: Message }) {
  const { desk, names } = view
  const { lang } = desk
  const { id, direction, purpose, envelope, on, by } = message
  const files = filesInOrder(view).filter(({ messageId }) => messageId === id)
  const came =
    direction === 'toTeam'
      ? {
          kinds: kindsOf(files.map(({ kind }) => kind)),
          noText: say(lang, saidElsewhere(files) ?? reportWords.nothingWritten),
        }
      : undefined
  const who =
    direction === 'toTeam' ? say(lang, reportWords.fromResident) : ((by && names.get(by)) ?? desk.team.name)
  return (
    <li class={direction === 'toTeam' ? 'theirs' : 'ours'}>
      <p class="soft">
        {who} · {shortDay(on)}
        {purpose !== 'talk' && ` · ${say(lang, reportWords[purpose])}`}
      </p>
      <Opened view={view} as={direction} id={id} envelope={envelope} purpose={purpose} came={came} />
      {came && <Differs view={view} of={['files']} />}
      {files.length > 0 && (
        <p class="soft">
          {say(lang, words.with, {
            files: files.map((file) => nameOf(lang, view, file)).join(' · '),
          })}
        </p>
      )}
    </li>
  )
}

/** Where the resident's last message stands that this page shows. */
const lastSeen = (messages: ReportView['messages']) =>
  String(messages.findLast(({ direction }) => direction === 'toTeam')?.position ?? 0)

function Read({ view: { desk, report, messages } }: { view: ReportView }) {
  return (
    <form method="post" action={paths.read(desk.team.id, report.id)} class="noprint" data-in-place>
      <input type="hidden" name="seen" value={lastSeen(messages)} />
      <button type="submit" class="btn">
        {say(desk.lang, reportWords.read)}
      </button>
    </form>
  )
}

function Write({ view, filled }: Props) {
  const { desk, report, opens, messages } = view
  const { lang, team } = desk
  if (!report.lookupHash) {
    const why = neverHadCode(view) ? reportWords.noCode : reportWords.codeGone
    return <p class="soft noprint">{say(lang, why)}</p>
  }
  if (!opens) return null
  return (
    <form
      method="post"
      action={paths.messages(team.id, report.id)}
      class="sheet-form noprint"
      data-in-place
      data-seals
    >
      <input type="hidden" name="seen" value={lastSeen(messages)} />
      <p class="box warn">{say(lang, reportWords.writeWarns)}</p>
      <Templates
        desk={desk}
        report={report}
        letterOut={hasLeft(view.about.referring.current)}
        closesOn={view.closesOn}
        into="message"
      />
      <div data-check>
        <Sealed name="message" seal="message" filled={filled}>
          <Control
            field="text"
            id="message"
            label={say(lang, reportWords.write)}
            rows={3}
            max={500}
            required
            checked
          />
        </Sealed>
        <Places lang={lang} />
      </div>
      <Trouble lang={lang} />
      <button type="submit" class="btn">
        {say(lang, reportWords.send)}
      </button>
    </form>
  )
}
