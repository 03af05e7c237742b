import type { PropsWithChildren } from 'hono/jsx'
import { mintWords } from '../i18n/codes.ts'
import { desk } from '../i18n/desk.ts'
import { office } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Offline } from '../ui/form-says.tsx'

interface Props {
  lang: Lang
  roundId: string
  label: string
}

/** How making codes ends on a page: what its script can say, and the button that only the script frees. */
export function MintFoot({ lang, roundId, label, children }: PropsWithChildren<Props>) {
  return (
    <>
      <p data-needs-scripts>{say(lang, desk.needsScripts)}</p>
      <p class="error" data-why="root" hidden>
        {say(lang, mintWords.wrongRoot)}
      </p>
      <p class="error" data-why="held" hidden>
        {say(lang, mintWords.notHeld)}
      </p>
      {children}
      <p class="buttons">
        <button type="submit" class="btn go" disabled>
          {label}
        </button>
        <a class="btn quiet" href={paths.codes(roundId)}>
          {say(lang, office.leave)}
        </a>
      </p>
      <Offline lang={lang} />
    </>
  )
}
