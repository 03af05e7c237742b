import type { Shown } from '../categories/editions.ts'
import { type Day, sayDay } from '../clock/day.ts'
import { at, type Reader } from '../http/reader.ts'
import { standings } from '../i18n/closed.ts'
import { steps } from '../i18n/filing.ts'
import { pastTeam } from '../i18n/landing.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import type { FoundCode } from '../posters/store.ts'
import { lastDayOf } from '../rounds/intake.ts'
import { base64url } from '../sealing/bytes.ts'
import type { CodeCertificate } from '../sealing/certificates.ts'
import { PublicPage } from '../ui/page.tsx'
import { aboutUnit } from './about-unit.ts'
import { type Door, officeOf } from './door.ts'
import { type Filled, sentenceOf } from './filled.tsx'
import { TRAP } from './holding.ts'
import { KeptBox } from './kept-box.tsx'
import { Landing } from './landing.tsx'
import { Matter } from './matter.tsx'
import { PastTeam } from './past-team.tsx'
import { PlainCame, type Told } from './plain-came.tsx'
import { Reply } from './reply.tsx'
import { Keeping, Unfinished } from './unfinished.tsx'
import { Words } from './words.tsx'

interface Props {
  reader: Reader
  found: FoundCode
  door: Door
  /** What the office signed about this code. Unit, round and team are shown as they stand here. */
  signed: CodeCertificate
  today: Day
  /** Makes the same form sent twice the same report, for those without scripts. */
  nonce: string
  /** The round's tree for units of this type. */
  categories: Shown
  demo: boolean
  filled?: Filled
  /** Why a form that has nothing wrong in it comes back. */
  notice?: string | undefined
  /** What became of the files that came with it. */
  told?: Told | undefined
}

const nothing: Filled = { mistakes: [] }

/** Landing and form in one page: without scripts a long form, with scripts a step a screen. */
export function CodePage(props: Props) {
  const {
    reader,
    found,
    door,
    signed,
    today,
    nonce,
    demo,
    categories,
    filled = nothing,
    notice,
    told,
  } = props
  const { lang } = reader
  const { code, unit, team, round, office } = found
  const { address, certificate } = door
  const isPastTeam = door.to === 'office'
  const about = isPastTeam ? say(lang, pastTeam.title) : signed.unitName
  const last = lastDayOf(round)
  const closes = last && sayDay(last, lang, Number(today.slice(0, 4)))
  return (
    <PublicPage
      reader={reader}
      letterhead={isPastTeam ? door.keeperName : signed.teamName}
      here={address}
      form={filled.answers && 'report'}
      phone={door.phone}
      demo={demo}
      script="report"
    >
      <KeptBox lang={lang} />
      <Unfinished lang={lang} />
      <div class="box bad" id="wrong-chain" tabindex={-1} hidden>
        <h1>{say(lang, standings.wrongChain)}</h1>
        <p>{say(lang, standings.wrongChainCall)}</p>
      </div>
      <form
        id="report"
        class="fill"
        method="post"
        enctype="multipart/form-data"
        action={at(reader, address)}
        novalidate
        data-root={base64url(code.root)}
        data-salt={base64url(code.salt)}
        data-code={code.certificate}
        data-team={isPastTeam ? undefined : certificate}
        data-office={isPastTeam ? certificate : undefined}
        data-day={today}
        data-stretch={base64url(office.codeSalt)}
      >
        <input type="hidden" name="nonce" value={nonce} />
        <input name={TRAP} hidden tabindex={-1} />
        {notice && (
          <p class="box warn" role="alert">
            {notice}
          </p>
        )}
        <Mend lang={lang} filled={filled} />
        {told && <PlainCame lang={lang} number={undefined} told={told} />}
        {isPastTeam ? (
          <PastTeam reader={reader} found={found} filled={filled} />
        ) : (
          <Landing reader={reader} found={found} signed={signed} closes={closes} filled={filled} />
        )}
        <Matter lang={lang} about={about} categories={categories} filled={filled} />
        <Words lang={lang} about={about} office={officeOf(door)} filled={filled} />
        <Reply
          reader={reader}
          about={about}
          unitShort={isPastTeam ? team.name : unit.shortName}
          dialects={door.dialects}
          helper={isPastTeam ? undefined : aboutUnit[unit.type].helper}
          office={officeOf(door)}
          filled={filled}
          isUnagreed={told?.notCome.some(({ why }) => why === 'unagreed')}
        />
      </form>
      <Keeping reader={reader} />
    </PublicPage>
  )
}

/** What is to be mended, on top and in focus, each mistake leading to its field. */
function Mend({ lang, filled: { mistakes } }: { lang: Lang; filled: Filled }) {
  const title = textOf(lang, steps.mend)
  return (
    <section
      class="box bad"
      id="mend"
      aria-labelledby="mend-title"
      tabindex={-1}
      hidden={mistakes.length === 0}
      autofocus={mistakes.length > 0}
    >
      <h2 id="mend-title" data-say={title} data-one={say(lang, steps.mendOne)}>
        {mistakes.length === 1 ? say(lang, steps.mendOne) : say(lang, steps.mend, { n: mistakes.length })}
      </h2>
      <ul>
        {mistakes.map((mistake) => (
          <li>
            <a href={`#${mistake.field}`}>{sentenceOf(lang, mistake)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
