import { keys } from '../i18n/keys.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { paths } from '../paths.ts'
import { type Colleague, contactGiver } from './colleagues.ts'
import { DeskButton } from './desk-button.tsx'
import { lossWords } from './held-keys.tsx'
import { holdersOf } from './keys-held-view.ts'
import type { KeysView } from './team-keys-view.ts'
import { roleWords } from './words.ts'

interface Props {
  lang: Lang
  view: KeysView
  me: Colleague | undefined
}

/**
 * Who of the team holds what, and handing over what is due to whom, while anything is. A leader also reads what a
 * leaving would mean.
 */
export function TeamRoll({ lang, view, me }: Props) {
  const { colleagues, made } = view
  const people = holdersOf(colleagues)
  const hand = (to: Colleague) => made && me && handOver({ lang, view, me, to, epoch: made.epoch })
  const isAnyDue = colleagues.some(hand)
  const leads = made !== undefined && people.some(({ id, leads }) => leads && id === me?.id)
  return (
    <table class="roll">
      <thead>
        <tr>
          {[words.name, words.role, teamKey.teamKey, teamKey.contactHeld].map((head) => (
            <th scope="col">{say(lang, head)}</th>
          ))}
          {leads && <th scope="col">{say(lang, keys.ifGone)}</th>}
          {isAnyDue && <th scope="col">{say(lang, words.actions)}</th>}
        </tr>
      </thead>
      <tbody>
        {colleagues.map((colleague) => (
          <tr>
            <td>{colleague.name}</td>
            <td>{roleWords(lang, colleague.roles)}</td>
            <td data-head={say(lang, teamKey.teamKey)}>
              {say(lang, colleague.key ? teamKey.held : teamKey.notHeld)}
            </td>
            <td data-head={say(lang, teamKey.contactHeld)}>{contactWords(lang, colleague)}</td>
            {leads && <td data-head={say(lang, keys.ifGone)}>{lossWords(lang, people, colleague.id)}</td>}
            {isAnyDue && <td>{hand(colleague)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const contactWords = (lang: Lang, { contact, isDueContact }: Colleague) =>
  say(lang, contact ? teamKey.held : isDueContact ? teamKey.notHeld : teamKey.notDue)

interface HandOver extends Props {
  me: Colleague
  to: Colleague
  epoch: number
}

/** What is to be done for one of them, or waits to be; nothing for whoever has what is due. */
function handOver({ lang, view: { team, colleagues }, me, to, epoch }: HandOver) {
  if (to.id === me.id) return undefined
  if (to.state === 'invited') return <>{say(lang, words.invited)}</>
  if (to.state !== 'active' || to.certificate === null) return <>{say(lang, teamKey.notVerifiedYet)}</>
  const isAgain = (kind: 'key' | 'contact') => to.fromOffice.includes(kind) && !me.fromOffice.includes(kind)
  const lacking = [
    ...(me.key && (!to.key || isAgain('key')) ? ['key'] : []),
    ...(me.contact && me.isDueContact && to.isDueContact && (!to.contact || isAgain('contact'))
      ? ['contact']
      : []),
  ]
  const giver = to.isDueContact && !to.contact ? contactGiver(colleagues) : undefined
  const elsewhere =
    giver && giver.id !== me.id ? say(lang, keys.contactFrom, { name: giver.name }) : undefined
  if (lacking.length === 0) return elsewhere && <>{elsewhere}</>
  const marks = {
    'data-hand-over': lacking.join(' '),
    'data-person-id': to.id,
    'data-team': team.id,
    'data-epoch': String(epoch),
    'data-certificate': to.certificate,
  }
  const button = (
    <DeskButton
      lang={lang}
      action={paths.grant(team.id)}
      label={say(lang, teamKey.handOver)}
      working={say(lang, teamKey.handingOver)}
      marks={marks}
      fields={{ personId: to.id, epoch: String(epoch) }}
      whys={{ untrusted: say(lang, teamKey.personUntrusted, { name: to.name }) }}
      go
    />
  )
  return (
    <>
      {button}
      {elsewhere && <p>{elsewhere}</p>}
    </>
  )
}
