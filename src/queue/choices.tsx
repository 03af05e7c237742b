import type { PropsWithChildren } from 'hono/jsx'
import { fieldWords } from '../i18n/moves.ts'
import { type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'
import { roleWords } from '../staff/words.ts'
import { type Filled, Select } from '../ui/field.tsx'
import type { Member } from './people.ts'

interface Props {
  lang: Lang
  name: string
  label: string
  filled: Filled
}

/** A choice from a list of codes with their words. Nothing is chosen beforehand unless the form says so. */
export function Choice({
  lang,
  name,
  label,
  filled,
  words,
}: Props & { words: Readonly<Record<string, Phrase>> }) {
  return (
    <Select name={name} label={label} filled={filled}>
      <Nothing lang={lang} name={name} filled={filled} />
      {Object.entries(words).map(([code, phrase]) => (
        <Option value={code} chosen={filled.typed[name]}>
          {textOf(lang, phrase)}
        </Option>
      ))}
    </Select>
  )
}

export function Somebody({ lang, name, label, filled, members }: Props & { members: readonly Member[] }) {
  return (
    <Select name={name} label={label} filled={filled}>
      <Nothing lang={lang} name={name} filled={filled} />
      {members.map((member) => (
        <Option value={member.id} chosen={filled.typed[name]}>
          {say(lang, fieldWords.eachOne, { name: member.name, roles: roleWords(lang, member.called) })}
        </Option>
      ))}
    </Select>
  )
}

export function Nothing({ lang, name, filled }: Pick<Props, 'lang' | 'name' | 'filled'>) {
  return (
    <Option value="" chosen={filled.typed[name] ?? ''}>
      {say(lang, fieldWords.choose)}
    </Option>
  )
}

export function Option({
  value,
  chosen,
  children,
}: PropsWithChildren<{ value: string; chosen: string | undefined }>) {
  return (
    <option value={value} selected={value === chosen}>
      {children}
    </option>
  )
}

/** A box to tick. */
export function Tick({
  name,
  label,
  filled,
  required = false,
}: Omit<Props, 'lang'> & { required?: boolean }) {
  return (
    <>
      <label class="pick">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={filled.typed[name] === 'yes'}
          required={required}
          aria-invalid={filled.problems?.[name] ? 'true' : undefined}
        />
        <span>{label}</span>
      </label>
      {filled.problems?.[name] && <span class="error">{filled.problems[name]}</span>}
    </>
  )
}
