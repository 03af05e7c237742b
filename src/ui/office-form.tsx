import type { PropsWithChildren } from 'hono/jsx'
import { office } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { type Filled, type Labels, Mistakes } from './field.tsx'
import { Offline, Overtaken } from './form-says.tsx'

interface Props {
  lang: Lang
  action: string
  /** Where to go without saving. */
  back: string
  filled: Filled
  labels: Labels
  /** What the form carries unseen: an id for what is new, a version for what changes. */
  hidden: Record<string, string>
  overtaken?: boolean | undefined
  submit?: string
}

/** A form of the office: what is wrong with it on top, a button that saves, a way back. */
export function OfficeForm(props: PropsWithChildren<Props>) {
  const { lang, action, back, filled, hidden, overtaken, submit, labels, children } = props
  return (
    <>
      {overtaken && <Overtaken lang={lang} />}
      <Mistakes lang={lang} filled={filled} labels={labels} />
      <form method="post" action={action} class="sheet-form" data-desk>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {children}
        <p class="buttons">
          <button type="submit" class="btn go">
            {submit ?? say(lang, office.save)}
          </button>
          <a class="btn quiet" href={back}>
            {say(lang, hidden.version === undefined ? office.leave : office.cancel)}
          </a>
        </p>
        <Offline lang={lang} />
      </form>
    </>
  )
}
