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
  const option = (name: string, n: number) => (
    <option value={String(n)} selected={filled.typed[name] === String(n)}>
      {n > 0 ? say(lang, categoryWords.version, { n }) : say(lang, categoryWords.ownNone)}
    </option>
  )
  const versions = (name: Tree | 'own') =>
    Array.from({ length: newest[name] }, (_, at) => option(name, newest[name] - at))
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
        hidden={{ version: String(version) }}
        overtaken={overtaken}
      >
        {trees.map((tree) => (
          <Select name={tree} label={say(lang, treeWords[tree])} filled={filled}>
            {versions(tree)}
          </Select>
        ))}
        {mayHaveOwn && (
          <>
            <Select
              name="own"
              label={say(lang, treeWords.own)}
              help={say(lang, categoryWords.ownHelp)}
              filled={filled}
            >
              {versions('own')}
              {option('own', 0)}
            </Select>
            <p>
              <a href={paths.editTree(ownTree(round.id))}>{say(lang, categoryWords.ownEdit)}</a>
            </p>
          </>
        )}
      </OfficeForm>
    </OfficePage>
  )
}
