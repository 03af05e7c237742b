import { importWords } from '../i18n/import.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Offline } from '../ui/form-says.tsx'

interface Props {
  lang: Lang
  rounds: readonly { id: string; title: string }[]
  view: { text: string; round: string; unchosen?: string | undefined }
}

/** Where the table comes from: pasted, or as a file. */
export function TableForm({ lang, rounds, view }: Props) {
  return (
    <form method="post" action={paths.importUnits} enctype="multipart/form-data" class="sheet-form" data-desk>
      <p>{say(lang, importWords.lead)}</p>
      <p class="soft">
        {say(lang, importWords.order)} <a href={paths.importSample}>{say(lang, importWords.sample)}</a>
      </p>
      <p class="field">
        <label for="round">{say(lang, importWords.round)}</label>
        <select
          id="round"
          name="round"
          aria-invalid={view.unchosen ? 'true' : undefined}
          aria-describedby={view.unchosen ? 'round-wrong' : undefined}
        >
          <option value="">{say(lang, importWords.noRound)}</option>
          {rounds.map(({ id, title }) => (
            <option value={id} selected={id === view.round}>
              {title}
            </option>
          ))}
        </select>
        {view.unchosen && (
          <span id="round-wrong" class="error" role="alert">
            {view.unchosen}
          </span>
        )}
      </p>
      <p class="field">
        <label for="text">{say(lang, importWords.paste)}</label>
        <textarea id="text" name="text" rows={12} wrap="off">{`\n${view.text}`}</textarea>
      </p>
      <p class="field">
        <label for="file">{say(lang, importWords.file)}</label>
        <input id="file" name="file" type="file" accept=".csv,.txt,.tsv,.xlsx" aria-describedby="file-help" />
        <span id="file-help" class="soft">
          {say(lang, importWords.fileWins)}
        </span>
      </p>
      <Buttons lang={lang} go="preview" />
    </form>
  )
}

/** On, or away from here. */
export function Buttons({ lang, go }: { lang: Lang; go: 'preview' | 'store' }) {
  return (
    <>
      <p class="buttons">
        <button type="submit" class="btn go">
          {say(lang, importWords[go])}
        </button>
        <a class="btn quiet" href={paths.units}>
          {say(lang, importWords.cancel)}
        </a>
      </p>
      <Offline lang={lang} />
    </>
  )
}
