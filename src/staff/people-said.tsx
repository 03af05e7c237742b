import { office } from '../i18n/office.ts'
import { type Lang, saidBy, say, textOf } from '../i18n/speak.ts'
import { peopleSaid } from '../i18n/staff.ts'
import { paths } from '../paths.ts'

const changesLock = ['disabled', 'lockDue', 'left']

/** What was just done about somebody, with the way to where the lock that follows is confirmed. */
export function saidOfPeople(lang: Lang, name: string | undefined) {
  const said = saidBy(peopleSaid, name)
  if (!said || !name) return undefined
  if (!changesLock.includes(name)) return textOf(lang, said)
  return (
    <>
      {textOf(lang, said)} <a href={paths.officeKeys}>{say(lang, office.keys)}</a>
    </>
  )
}
