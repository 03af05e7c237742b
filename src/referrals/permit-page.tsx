import { letters as words } from '../i18n/letters.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Trouble } from '../queue/move-form.tsx'
import { OFFICE, OFFICE_EPOCH } from '../staff/roles.ts'
import type { Filled } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { Control } from '../ui/sealed-field.tsx'
import { KeptWords } from './kept-words.tsx'
import { permitWords } from './permit-words.ts'
import { SealedLetter } from './sealed-letter.tsx'
import type { Permit } from './store.ts'

interface Props {
  frame: OfficeFrame
  permit: Permit
  team: string
  /** None where the inspected unit itself is to mend something. */
  unit: string | undefined
  about: string
  seals: { epoch: number; team: string; office: string } | undefined
  /** Whoever looks has asked for it themselves. */
  isOwn: boolean
  own: Own
  filled: Filled
}

/** The office's leave to pass the routing wall, or its choice of a unit after two returns: with a reason, on record. */
export function PermitPage({ frame, permit, team, unit, about, seals, isOwn, own, filled }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="letters">
      <h1>{say(lang, words.permit)}</h1>
      <p class="lead">{permitWords(lang, team, unit)}</p>
      <p>{say(lang, words.permitAbout, { about })}</p>
      <p class="box warn">{say(lang, permit.why === 'wall' ? words.permitWall : words.permitReturned)}</p>
      {isOwn && <p class="box">{say(lang, words.ownPermit)}</p>}
      {isOwn ? null : permit.state === 'asked' && seals ? (
        <form method="post" action={paths.permit(permit.id)} class="sheet-form" data-desk data-seals>
          <SealedLetter
            part="reason"
            subject={permit.id}
            team={permit.teamId}
            epoch={seals.epoch}
            seals={seals}
            filled={filled}
          >
            <Reason lang={lang} />
          </SealedLetter>
          <p class="buttons">
            <button type="submit" class="btn go" name="decision" value="granted">
              {say(lang, words.grant)}
            </button>
            <button type="submit" class="btn" name="decision" value="refused">
              {say(lang, words.refuse)}
            </button>
          </p>
          <Trouble lang={lang} />
        </form>
      ) : (
        <>
          <p class="box">{say(lang, words.decided)}</p>
          {filled.typed.reason && <Undecided lang={lang} permit={permit} filled={filled} />}
        </>
      )}
      <p>
        <a class="btn quiet" href={paths.letters}>
          {say(lang, words.back)}
        </a>
      </p>
      <OwnKeys {...own} />
    </OfficePage>
  )
}

const Reason = ({ lang }: { lang: Lang }) => (
  <Control field="reason" id="reason" label={say(lang, words.permitReason)} rows={3} max={500} required />
)

/** Somebody has decided meanwhile. What was sealed to the team is sealed to the office as well, which opens it here. */
function Undecided({ lang, permit, filled: { typed } }: { lang: Lang } & Pick<Props, 'permit' | 'filled'>) {
  const { reason = '', reasonId = '', reasonOfficeKey = '' } = typed
  const ours = { reason, reasonId, reasonTeamKey: reasonOfficeKey, reasonEpoch: String(OFFICE_EPOCH) }
  return (
    <KeptWords lang={lang} move={say(lang, words.permit)}>
      <SealedLetter
        part="reason"
        subject={permit.id}
        team={OFFICE}
        epoch={OFFICE_EPOCH}
        filled={{ typed: ours }}
      >
        <Reason lang={lang} />
      </SealedLetter>
    </KeptWords>
  )
}
