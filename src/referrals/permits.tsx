import { fixes } from '../i18n/fixes.ts'
import { fieldWords } from '../i18n/moves.ts'
import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { isWalled } from '../queue/fix-form.tsx'
import type { About } from '../queue/move.ts'
import { OWN } from './referring.ts'
import { SaidInLetter } from './sealed-letter.tsx'
import type { Permit } from './store.ts'

/** What stands in the way of a referral, what the office has said about it, and how to ask. */
export function Permits({ about }: { about: About }) {
  const { desk, report, referring, office } = about
  const { lang, team } = desk
  const barred = referring.choices.filter(
    ({ barrier, permit }) =>
      barrier && !permit && !(barrier === 'returned' && referring.designated !== undefined),
  )
  return (
    <>
      {referring.permits.map((permit) => (
        <OnePermit about={about} permit={permit} />
      ))}
      {barred.length > 0 && (
        <details>
          <summary>{say(lang, words.override, { office: office.shortName })}</summary>
          <form method="post" action={paths.askPermit(team.id, report.id)} class="sheet-form" data-desk>
            <p class="field">
              <label for="barred">{say(lang, words.unit)}</label>
              <select id="barred" name="handlingUnit" required>
                <option value="">{say(lang, fieldWords.choose)}</option>
                {barred.map(({ unit }) => (
                  <option value={unit.id}>{unit.name}</option>
                ))}
              </select>
            </p>
            <button type="submit" class="btn">
              {say(lang, words.ask, { office: office.shortName })}
            </button>
          </form>
        </details>
      )}
    </>
  )
}

function OnePermit({ about, permit, name }: { about: About; permit: Permit; name?: string }) {
  const { desk, referring, office } = about
  const { lang } = desk
  const listed = referring.choices.find(({ unit }) => unit.id === permit.handlingUnitId)
  const unit = name ?? listed?.unit.name ?? ''
  const values = { office: office.shortName, unit }
  if (permit.state === 'asked') return <p class="box">{say(lang, words.asked, values)}</p>
  return (
    <div class={permit.state === 'granted' ? 'box' : 'box warn'}>
      <p>{say(lang, permit.state === 'granted' ? words.granted : words.refusedBy, values)}</p>
      <SaidInLetter
        part="reason"
        subject={permit.id}
        envelopes={referring.envelopes}
        opener={{ team: permit.teamId, epoch: permit.epoch ?? 1 }}
      >
        <p class="opened" data-field="reason" />
      </SaidInLetter>
    </div>
  )
}

/** The same for an order to mend something on the spot, which goes to the very unit. */
export function OwnPermit({ about }: { about: About }) {
  const { desk, report, referring, office, unitName } = about
  const { lang, team } = desk
  if (referring.ownPermit) return <OnePermit about={about} permit={referring.ownPermit} name={unitName} />
  if (!isWalled(about)) return null
  return (
    <form method="post" action={paths.askPermit(team.id, report.id)} class="sheet-form" data-desk>
      <input type="hidden" name="handlingUnit" value={OWN} />
      <p>{say(lang, fixes.override, { office: office.shortName })}</p>
      <button type="submit" class="btn">
        {say(lang, words.ask, { office: office.shortName })}
      </button>
    </form>
  )
}
