import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { office } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import type { Listed } from './people-list.ts'
import { PersonActions } from './person-actions.tsx'
import { placeName, roleWords } from './words.ts'

interface Props {
  frame: OfficeFrame
  people: readonly Listed[]
  administrators: readonly { id: string; name: string; certificate: string | null }[]
  keys: Own
  me: string
  /** Whether everybody needs a second factor. */
  wantsFactor: boolean
  today: Day
  /** Why nothing was stored. */
  problem?: string | undefined
}

export function PeoplePage({ frame, people, administrators, keys, me, wantsFactor, today, problem }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="people">
      <h1>{say(lang, staff.people)}</h1>
      {problem && (
        <p class="box bad" role="alert">
          {problem}
        </p>
      )}
      <p>
        <a class="btn" href={paths.invite}>
          {say(lang, staff.newPerson)}
        </a>
      </p>
      <table class="roll">
        <thead>
          <tr>
            {[staff.name, staff.username, staff.place, staff.role, staff.state, staff.actions].map((head) => (
              <th scope="col">{say(lang, head)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((listed) => (
            <tr>
              <td>
                <a href={paths.person(listed.person.id)}>{listed.person.name}</a>
              </td>
              <td data-head={say(lang, staff.username)}>{listed.person.username}</td>
              <td data-head={say(lang, staff.place)}>
                {listed.places.map(({ team, name }) => (
                  <div>{placeName(lang, team, name)}</div>
                ))}
              </td>
              <td data-head={say(lang, staff.role)}>
                {listed.places.map(({ roles }) => (
                  <div>{roleWords(lang, roles)}</div>
                ))}
              </td>
              <td data-head={say(lang, staff.state)}>{stateWords(lang, listed, today)}</td>
              <td>
                <PersonActions
                  lang={lang}
                  listed={listed}
                  people={people}
                  administrators={administrators}
                  me={me}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {say(lang, wantsFactor ? staff.factorWanted : staff.factorFree)}{' '}
        <a href={paths.settings}>{say(lang, office.settings)}</a>
      </p>
      <Administrators administrators={administrators} />
      <OwnKeys {...keys} />
    </OfficePage>
  )
}

/** To whom an activation sheet's secret is sealed, each to be checked by the browser first. */
export function Administrators({ administrators }: Pick<Props, 'administrators'>) {
  const named = administrators.map(({ id, name, certificate }) => ({ personId: id, name, certificate }))
  return <div hidden data-administrators={JSON.stringify(named)} />
}

function stateWords(lang: Lang, { person, open, lacksKey }: Listed, today: Day): string {
  if (person.state !== 'invited') return say(lang, lacksKey ? staff.lacksKey : staff[person.state])
  return open
    ? say(lang, staff.invitedUntil, { date: sayDay(open.expiresOn, lang, yearOf(today)) })
    : say(lang, staff.invitedOver)
}
