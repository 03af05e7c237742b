import { type Lang, type Phrase, say } from '../i18n/speak.ts'

interface Props {
  lang: Lang
  /** Which kinds each wording is for. `any` fits whatever is picked: it alone shows until the kind is known. */
  words: readonly (readonly [kinds: string, words: Phrase])[]
}

/**
 * Words that differ by kind. What cannot follow the choice, an old browser without scripts, keeps those that fit any.
 */
export const ForKinds = ({ lang, words }: Props) => (
  <>
    {words.map(([kinds, phrase]) => (
      <span data-for={kinds} hidden={!kinds.includes('any')}>
        {say(lang, phrase)}
      </span>
    ))}
  </>
)
