import { steps } from '../i18n/filing.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { unfinished } from '../i18n/unfinished.ts'
import { type Filled, told, Wrong } from './filled.tsx'
import { ForKinds } from './for-kinds.tsx'
import { Onward } from './onward.tsx'

interface Props {
  lang: Lang
  /** Whom it is about: the unit, or past the team the team's people. */
  about: string
  /** Where it goes past the team, the office's name. */
  office: string | undefined
  filled: Filled
}

/** Step 2: what happened. "Please call me" counts as content. */
export function Words({ lang, about, office, filled }: Props) {
  const { text = '', subject = '', place = '', callMe = false } = filled.answers ?? {}
  return (
    <section data-step="2" data-letterhead={say(lang, steps.at, { about, n: 2 })}>
      <h1 tabindex={-1} aria-level={2}>
        <ForKinds
          lang={lang}
          words={[
            ['any', steps.wordsAny],
            ['problem', steps.words],
            ['conduct', steps.wordsConduct],
            ['suggestion', steps.wordsSuggestion],
          ]}
        />
      </h1>
      <p>{say(lang, steps.wordsLine)}</p>
      <p class="soft" data-for="problem conduct">
        {say(lang, steps.wordsHelp)}
      </p>
      <p class="soft" data-for="conduct" hidden>
        {office ? say(lang, steps.wordsCarefulOffice, { office }) : say(lang, steps.wordsCareful)}
      </p>
      <label for="text">{say(lang, steps.yourWords)}</label>
      <Wrong lang={lang} field="text" filled={filled} />
      <textarea id="text" name="text" rows={6} {...told('text', filled)}>
        {text}
      </textarea>
      <p class="soft" id="left" data-say={textOf(lang, steps.left)} data-over={textOf(lang, steps.over)} />
      <label class="pick">
        <input type="checkbox" id="callMe" name="callMe" value="yes" checked={callMe} />
        <span>{say(lang, steps.callMe)}</span>
      </label>
      <div role="status">
        <p class="soft" data-unattached hidden>
          {say(lang, unfinished.unattached)}
        </p>
      </div>
      <div data-for="conduct">
        <label for="subject">{say(lang, steps.subject)}</label>
        <p class="soft" data-plain>
          {say(lang, steps.subjectHelp)}
        </p>
        <Wrong lang={lang} field="subject" filled={filled} />
        <input id="subject" name="subject" value={subject} {...told('subject', filled)} />
      </div>
      <label for="place">{say(lang, steps.place)}</label>
      <p class="soft">
        {office ? say(lang, steps.placeOffice) : say(lang, steps.placeHelp, { unit: about })}
      </p>
      <Wrong lang={lang} field="place" filled={filled} />
      <input id="place" name="place" value={place} {...told('place', filled)} />
      <Onward lang={lang} />
    </section>
  )
}
