import { categoryWords, treeWords } from '../i18n/categories.ts'
import { office } from '../i18n/office.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Checklist, type Tree, tilesOf } from './checklist.ts'

interface Props {
  frame: OfficeFrame
  tree: Tree
  version: number
  list: Checklist
}

/** One version as it is and stays. */
export function VersionPage({ frame, tree, version, list }: Props) {
  const { lang } = frame.reader
  const said = lang === 'zh' ? 0 : 1
  return (
    <OfficePage frame={frame} section="rounds">
      <p>
        <a href={paths.categories}>{say(lang, categoryWords.title)}</a>
      </p>
      <h1>
        {say(lang, treeWords[tree])}
        {say(lang, office.colon)}
        {say(lang, categoryWords.version, { n: version })}
      </h1>
      {list.focuses.map((focus) => (
        <>
          <h2>
            {focus.code} {focus.name}
          </h2>
          {focus.aspects.map((aspect) => (
            <>
              <h3>
                {aspect.code} {aspect.name} <span class="soft">{aspect.plain[said]}</span>
              </h3>
              <ul>
                {aspect.points.map((point) => (
                  <li>
                    {point.code} {point.name}
                  </li>
                ))}
              </ul>
            </>
          ))}
        </>
      ))}
      <h2>{say(lang, categoryWords.residents)}</h2>
      <table class="roll">
        <thead>
          <tr>
            <th>{say(lang, categoryWords.title)}</th>
            <th>{say(lang, categoryWords.standsFor)}</th>
          </tr>
        </thead>
        <tbody>
          {tilesOf(list).map(({ name, more, standsFor }) => (
            <tr>
              <td>
                {name[said]} <span class="soft">{more?.[said]}</span>
              </td>
              <td data-head={say(lang, categoryWords.standsFor)}>{standsFor.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </OfficePage>
  )
}
