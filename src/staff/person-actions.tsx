import { locks } from '../i18n/locks.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { base64url } from '../sealing/bytes.ts'
import { DeskButton } from './desk-button.tsx'
import { type Listed, lockChangers } from './people-list.ts'

interface Props {
  lang: Lang
  listed: Listed
  people: readonly Listed[]
  administrators: readonly { id: string; name: string }[]
  me: string
}

/** What may be done with somebody now. */
export function PersonActions({ lang, listed, people, administrators, me }: Props) {
  const { person, open } = listed
  const owned = listed.places.reduce((sum, { owned }) => sum + owned, 0)
  const invited = { 'data-name': person.name, ...placeOf(listed) }
  if (person.state === 'disabled') {
    return <DeskButton lang={lang} action={paths.enablePerson(person.id)} label={say(lang, staff.enable)} />
  }
  return (
    <div class="actions">
      {person.state === 'answered' && (
        <Verify lang={lang} listed={listed} administrators={administrators} me={me} />
      )}
      {open && <a href={paths.activationSheet(open.id)}>{say(lang, staff.printSheet)}</a>}
      {person.id !== me && listed.places.length > 0 && (
        <details>
          <summary>{say(lang, staff.sheetAgain)}</summary>
          {person.state !== 'invited' && <p>{say(lang, staff.sheetAgainWarns)}</p>}
          <DeskButton
            lang={lang}
            action={paths.inviteAgain(person.id)}
            marks={{ 'data-invite': '', ...invited }}
            label={say(lang, staff.makeSheet)}
            working={say(lang, staff.makingSheet)}
            whys={{ untrusted: say(lang, staff.untrusted) }}
          />
        </details>
      )}
      {person.id !== me && (
        <details>
          <summary>{say(lang, staff.disable)}</summary>
          <p>{say(lang, staff.disableWarns)}</p>
          {owned > 0 && <p>{say(lang, staff.owned, { n: owned })}</p>}
          {lockChangers(people, listed).map((changer) => (
            <p>
              {changer
                ? say(lang, staff.disableLock, { name: changer.person.name })
                : say(lang, locks.nobody)}
            </p>
          ))}
          <DeskButton lang={lang} action={paths.disablePerson(person.id)} label={say(lang, staff.disable)} />
        </details>
      )}
    </div>
  )
}

/** What a sheet makes of somebody: their first place. */
const placeOf = ({ places: [at] }: Listed) => ({
  'data-roles': at?.roles.join(',') ?? '',
  'data-team': at?.team ?? '',
})

/** One press: the browser opens the sheet's secret, checks whose keys came back, and signs. */
function Verify({ lang, listed, administrators, me }: Omit<Props, 'people'>) {
  const { person, answer } = listed
  if (!answer?.personProof || !person.sealingKey || !person.signingKey) return null
  const { name } = person
  const mine = answer.sealedSecrets.find(({ personId }) => personId === me)
  if (!mine) {
    const others = administrators.filter(({ id }) =>
      answer.sealedSecrets.some(({ personId }) => personId === id),
    )
    return (
      <p>
        {say(lang, staff.verifiedBy, { names: others.map((other) => other.name).join(say(lang, staff.and)) })}
      </p>
    )
  }
  const marks = {
    'data-certify': '',
    'data-person-id': person.id,
    'data-name': name,
    ...placeOf(listed),
    'data-sealing-key': base64url(person.sealingKey),
    'data-signing-key': base64url(person.signingKey),
    'data-invitation': answer.id,
    'data-envelope': mine.envelope,
    'data-person-proof': base64url(answer.personProof),
  }
  const whys = { mismatch: say(lang, staff.mismatch, { name }), unopened: say(lang, staff.sheetUnopened) }
  return (
    <>
      <p>{say(lang, staff.verifyFirst, { name })}</p>
      <DeskButton
        lang={lang}
        action={paths.certifyPerson(person.id)}
        label={say(lang, staff.verify)}
        marks={marks}
        whys={whys}
        go
      />
    </>
  )
}
