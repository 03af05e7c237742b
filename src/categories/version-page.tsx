import { categoryWords } from '../i18n/categories.ts'
import { office } from '../i18n/office.ts'
import { inScript, say, textOf } from '../i18n/speak.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Checklist, tilesOf } from './checklist.ts'

interface Props {
  frame: OfficeFrame
  /** Of what it is the tree, and where its versions are chosen or listed. */
  title: string
  back: string
  version: number
  list: Checklist
}

/** One version as it is and stays. */
export function VersionPage({ frame, title, back, version, list }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="rounds">
      <p>
        <a href={back}>{say(lang, categoryWords.title)}</a>
      </p>
      <h1>
        {title}
        {say(lang, office.colon)}
        {say(lang, categoryWords.version, { n: version })}
      </h1>
      {list.focuses.map((focus) => (
        <>
          <h2>
            {focus.code} {inScript(lang, focus.name)}
          </h2>
          {focus.aspects.map((aspect) => (
            <>
              <h3>
                {aspect.code} {inScript(lang, aspect.name)}{' '}
                <span class="soft">{textOf(lang, aspect.plain)}</span>
              </h3>
              <ul>
                {aspect.points.map((point) => (
                  <li>
                    {point.code} {inScript(lang, point.name)}
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
          {tilesOf(list).map(({ name, more, standsFor, suggested }) => (
            <tr>
              <td>
                {textOf(lang, name)} <span class="soft">{more && textOf(lang, more)}</span>
                {suggested && (
                  <div class="soft">
                    {say(lang, categoryWords.suggestion)}
                    {say(lang, office.colon)}
                    {textOf(lang, suggested)}
                  </div>
                )}
              </td>
              <td data-head={say(lang, categoryWords.standsFor)}>{standsFor.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </OfficePage>
  )
}
