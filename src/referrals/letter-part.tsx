import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { referralWords, refer as words } from '../i18n/referrals.ts'
import { say, textOf, wordOf } from '../i18n/speak.ts'
import { readWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { type About, wrong } from '../queue/move.ts'
import type { Step } from '../queue/report-view.ts'
import { numberIn } from './letter-number.ts'
import { Replies } from './replies.tsx'
import type { Referral } from './store.ts'
import { supervisedBy } from './supervised.ts'
import { outcomeWords } from './unit-reply-form.tsx'

interface Props {
  about: About
  steps: readonly Step[]
}

/** A report's letters, each with where it stands, what it says and what came back. */
export function LetterPart({ about, steps }: Props) {
  const { desk, referring } = about
  const { lang } = desk
  if (referring.referrals.length === 0) return null
  return (
    <section id="letters">
      <h2>{say(lang, words.letters)}</h2>
      {referring.designated === null && (
        <p class="box warn">{wrong(lang, 'returnedTwice', { office: about.office.shortName })}</p>
      )}
      <Named about={about} />
      {referring.referrals.map((letter) => (
        <OneLetter about={about} steps={steps} letter={letter} />
      ))}
    </section>
  )
}

/** Whom the office has named, until a letter goes there. */
export function Named({ about: { desk, office, referring } }: { about: About }) {
  const { designated, current } = referring
  if (!designated || current) return null
  return <p class="box">{say(desk.lang, words.named, { office: office.shortName, unit: designated.name })}</p>
}

function OneLetter({ about, steps, letter }: Props & { letter: Referral }) {
  const { desk, referring, report } = about
  const { lang, today, team } = desk
  const { envelopes, current } = referring
  const opener = { team: letter.teamId, epoch: letter.epoch }
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  const owes = letter === current && report.dueKind === 'unitReply'
  const due = owes ? (report.due ?? letter.due) : letter.due
  return (
    <div class="box">
      <p class="lead">
        {numberIn(lang, letter)} · {letter.addressee}
        {letter.state !== 'approved' && ` · ${textOf(lang, referralWords[letter.state])}`}
        {owes && ` · ${say(lang, words.by, { day: day(due) })}`}
        {owes && due < today && <b class="late"> {say(lang, words.overdue)}</b>}
        {letter.rejections > 0 && ` · ${say(lang, words.rejections, { n: letter.rejections })}`}
      </p>
      {referring.supervisions
        .filter(({ referralId }) => referralId === letter.id)
        .map((one) => (
          <p>{supervisedBy(lang, one, today)}</p>
        ))}
      <p>
        <a href={paths.teamLetter(team.id, letter.id)}>{say(lang, words.view)}</a>
      </p>
      <Replies
        lang={lang}
        letter={letter}
        envelopes={envelopes}
        opener={opener}
        about={(partId) => cameHow(about, steps, partId)}
      />
    </div>
  )
}

/** When a paper came, and what the team thought of it, as its step has it. */
function cameHow({ desk: { lang, today } }: About, steps: readonly Step[], partId: string) {
  const why = steps.map((step) => readWhy(step.why)).find((codes) => codes.get('reply')?.includes(partId))
  if (!why) return undefined
  const came = why
    .get('received')
    ?.map((on) => `${say(lang, words.receivedOn)} ${sayDay(on, lang, yearOf(today))}`)
  const outcome = why.get('outcome')?.map((code) => wordOf(lang, outcomeWords, code))
  return [...(came ?? []), ...(outcome ?? [])].join(' · ')
}
