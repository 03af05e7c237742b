import { office } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'

interface Props {
  lang: Lang
  title: string
  round: { id: string; title: string }
  /** Why nothing was done. */
  notDone?: string | undefined
}

/** On top of a page about the notices of a round. */
export const RoundHead = ({ lang, title, round, notDone }: Props) => (
  <>
    <h1>
      {title}
      {say(lang, office.colon)}
      <a href={paths.round(round.id)}>{round.title}</a>
    </h1>
    {notDone && (
      <p class="box bad" role="alert">
        {notDone}
      </p>
    )}
  </>
)
