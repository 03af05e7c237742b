import { ownTree, type Tree, trees } from '../categories/checklist.ts'
import { categoryWords, treeWords } from '../i18n/categories.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type Filled, Select } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import type { Round } from './store.ts'

interface Props {
  frame: OfficeFrame
  round: Round
  version: number
  /** How many versions there are of each; of its own, for a round that may have some. */
  newest: Record<Tree | 'own', number>
  mayHaveOwn: boolean
  filled: Filled
  overtaken: boolean
}

/** Which version of each tree a round uses from now on. */
export function CategoriesPage({ frame, round, version, newest, mayHaveOwn, filled, overtaken }: Props) {
  const { lang } = frame.reader
  const names = [...trees, ...(mayHaveOwn ? (['own'] as const) : [])]
  return (
    <OfficePage frame={frame} section="rounds">
      <p>
        <a href={paths.round(round.id)}>{round.title}</a>
      </p>
      <h1>{say(lang, categoryWords.choose)}</h1>
      <p>{say(lang, categoryWords.chooseHelp)}</p>
      <OfficeForm
        lang={lang}
        action={paths.roundCategories(round.id)}
        back={paths.round(round.id)}
        filled={filled}
        labels={treeWords}
        hidden={{ version: String(version) }}
        overtaken={overtaken}
      >
        {names.map((name) => (
          <Select
            name={name}
            label={say(lang, treeWords[name])}
            help={name === 'own' ? say(lang, categoryWords.ownHelp) : undefined}
            filled={filled}
          >
            {Array.from({ length: newest[name] + 1 }, (_, n) => (
              <option value={String(n)} selected={filled.typed[name] === String(n)}>
                {say(lang, n ? categoryWords.version : categoryWords.ownNone, { n })}
              </option>
            )).slice(name === 'own' ? 0 : 1)}
          </Select>
        ))}
        {mayHaveOwn && (
          <p>
            <a href={paths.editTree(ownTree(round.id))}>{say(lang, categoryWords.ownEdit)}</a>
          </p>
        )}
      </OfficeForm>
    </OfficePage>
  )
}
