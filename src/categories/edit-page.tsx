import { categoryWords, outlineProblems } from '../i18n/categories.ts'
import { office } from '../i18n/office.ts'
import { fill, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Offline } from '../ui/form-says.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import type { AnyTree } from './checklist.ts'

export interface Wrong {
  line: number
  says: keyof typeof outlineProblems
  what: string
}

interface Props {
  frame: OfficeFrame
  tree: AnyTree
  /** Of what it is the tree. */
  title: string
  /** Where one goes without saving. */
  back: string
  /** The newest version: what is saved comes after it. */
  version: number
  outline: string
  wrong: readonly Wrong[]
  overtaken: boolean
}

/** One tree as it is written, one thing a line. */
export function EditPage({ frame, tree, title, back, version, outline, wrong, overtaken }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>
        {say(lang, categoryWords.editTitle)}
        {say(lang, office.colon)}
        {title}
      </h1>
      <p>{say(lang, categoryWords.lead)}</p>
      {overtaken && (
        <p class="box warn" role="alert">
          {say(lang, categoryWords.newer, { n: version })}{' '}
          <a href={paths.treeVersion(tree, String(version))}>
            {say(lang, categoryWords.seeNewer, { n: version })}
          </a>
        </p>
      )}
      {wrong.length > 0 && (
        <div class="box bad" role="alert">
          <p class="lead">{say(lang, categoryWords.mend, { n: wrong.length })}</p>
          <ul>
            {wrong.map(({ line, says, what }) => (
              <li>
                <a href="#outline">{fill(textOf(lang, outlineProblems[says]), { line, what })}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" action={paths.editTree(tree)} class="sheet-form" data-desk>
        <input type="hidden" name="version" value={String(version)} />
        <p class="field">
          <label for="outline">{say(lang, categoryWords.outline)}</label>
          <span class="soft" id="outline-help">
            {say(lang, categoryWords.outlineHelp)}
          </span>
          <textarea
            id="outline"
            name="outline"
            rows={30}
            maxlength={30000}
            spellcheck={false}
            aria-describedby="outline-help"
            aria-invalid={wrong.length > 0 ? 'true' : undefined}
          >
            {outline}
          </textarea>
        </p>
        <p class="buttons">
          <button type="submit" class="btn go">
            {say(lang, categoryWords.save)}
          </button>
          <a class="btn quiet" href={back}>
            {say(lang, office.cancel)}
          </a>
        </p>
        <Offline lang={lang} />
      </form>
    </OfficePage>
  )
}
