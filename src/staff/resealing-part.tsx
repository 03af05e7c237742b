import { locks } from '../i18n/locks.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'

interface Props {
  lang: Lang
  /** A team's id, or `office`. */
  team: string
  behind: number
  /** Who left with a key that opens what is behind. */
  earlierLeavers?: string
}

/** What lies under an earlier lock, and how far the browser has come that seals it anew while this page is open. */
export function ResealingPart({ lang, team, behind, earlierLeavers }: Props) {
  if (behind === 0) return null
  return (
    <div
      class="box"
      data-reseal={paths.reseal(team)}
      data-next={paths.resealNext(team)}
      data-letters={paths.resealLetters(team)}
      data-letters-next={paths.resealLettersNext(team)}
      data-team={team}
    >
      <p role="status" data-say="resealing" data-text={sentence(lang, 'resealing')}>
        {say(lang, locks.resealing, { n: behind })}
      </p>
      <p role="status" data-say="left" data-text={sentence(lang, 'left')} hidden />
      {earlierLeavers &&
        ['resealing', 'left'].map((name) => (
          <p data-say={name} hidden={name === 'left'}>
            {say(lang, locks.stillOpens, { names: earlierLeavers })}
          </p>
        ))}
      {(['resealed', 'stopped', 'untrusted', 'notYours'] as const).map((name) => (
        <p role="status" data-say={name} hidden>
          {say(lang, locks[name])}
        </p>
      ))}
    </div>
  )
}

const sentence = (lang: Lang, name: 'resealing' | 'left') => textOf(lang, locks[name])
