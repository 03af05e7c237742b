import { categoryWords, treeWords } from '../i18n/categories.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { aspectsOf, type Checklist, type Tree, tilesOf } from './checklist.ts'

interface Props {
  frame: OfficeFrame
  /** Each tree in its newest version. */
  each: readonly { tree: Tree; version: number; list: Checklist | undefined }[]
}

export function CategoriesPage({ frame, each }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{say(lang, categoryWords.title)}</h1>
      <p>{say(lang, categoryWords.lead)}</p>
      <table class="roll">
        <thead>
          <tr>
            <th>{say(lang, categoryWords.tree)}</th>
            <th>{say(lang, categoryWords.sums)}</th>
            <th>{say(lang, categoryWords.versions)}</th>
            <th>{say(lang, categoryWords.edit)}</th>
          </tr>
        </thead>
        <tbody>
          {each.map(({ tree, version, list }) => (
            <tr>
              <td>{say(lang, treeWords[tree])}</td>
              <td>{list && say(lang, categoryWords.sum, sumsOf(list))}</td>
              <td data-head={say(lang, categoryWords.versions)}>
                {Array.from({ length: version }, (_, n) => version - n).map((n) => (
                  <div>
                    <a href={paths.treeVersion(tree, String(n))}>{say(lang, categoryWords.version, { n })}</a>
                  </div>
                ))}
              </td>
              <td>
                <a class="btn" href={paths.editTree(tree)}>
                  {say(lang, categoryWords.edit)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </OfficePage>
  )
}

const sumsOf = (list: Checklist) => ({
  focuses: list.focuses.length,
  aspects: aspectsOf(list).length,
  points: aspectsOf(list).reduce((n, { points }) => n + points.length, 0),
  tiles: tilesOf(list).length,
})
