import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Reader } from '../http/reader.ts'
import { locks } from '../i18n/locks.ts'
import { office } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { DeskPage } from './desk.tsx'

/** What every page of the office carries, whoever asks for it. */
export interface OfficeFrame {
  reader: Reader
  letterhead: string
  name: string
  demo: boolean
  /** Only one administrator can act: every page of the office says so. */
  alone: boolean
  /** Who could be the second, and waits to be verified. */
  newcomer: string | undefined
  /** Somebody who left still has the office's own keys. */
  lockDue: boolean
  /** Something is still under an earlier lock of the office. */
  behind: boolean
  /** Letters that wait for a number, and teams that wait for leave. */
  letters: number
  /** A sentence about what was just done. */
  said?: Child
}

export type OfficeSection =
  | 'home'
  | 'rounds'
  | 'units'
  | 'people'
  | 'keys'
  | 'letters'
  | 'aboutTeams'
  | 'settings'

const sections = [
  ['home', paths.office],
  ['rounds', paths.rounds],
  ['units', paths.units],
  ['people', paths.people],
  ['keys', paths.officeKeys],
  ['letters', paths.letters],
  ['aboutTeams', paths.desk('office')],
  ['settings', paths.settings],
] as const

interface SectionsProps {
  lang: Lang
  section: OfficeSection
  letters?: number
}

/** The ways to the office's parts; the reports that it keeps itself are one of them. */
export function OfficeSections({ lang, section, letters = 0 }: SectionsProps) {
  return (
    <nav class="sections noprint" aria-label={say(lang, office.sections)}>
      {sections.map(([key, address]) => (
        <a href={address} aria-current={key === section ? 'page' : undefined}>
          {say(lang, office[key])}
          {key === 'letters' && letters > 0 && ` ${letters}`}
        </a>
      ))}
    </nav>
  )
}

/** The frame of the office's pages: the ways to its parts, and a warning while it hangs on one person. */
export function OfficePage({
  frame,
  section,
  script = 'desk',
  children,
}: PropsWithChildren<{ frame: OfficeFrame; section: OfficeSection; script?: 'desk' | 'new-sheets' }>) {
  const { reader, letterhead, name, demo, alone, newcomer, lockDue, behind, said } = frame
  const { lang } = reader
  const signedIn = { letterhead, name, roles: say(lang, office.administrator), home: paths.office }
  return (
    <DeskPage
      reader={reader}
      signedIn={signedIn}
      title={say(lang, office[section])}
      demo={demo}
      script={script}
      said={said}
    >
      <OfficeSections lang={lang} section={section} letters={frame.letters} />
      {alone && !newcomer && (
        <p class="box warn noprint">
          {say(lang, office.alone)} <a href={paths.inviteSecond}>{say(lang, office.inviteSecond)}</a>
        </p>
      )}
      {alone && newcomer && (
        <p class="box warn noprint">
          {say(lang, office.aloneYet, { name: newcomer })}{' '}
          <a href={paths.people}>{say(lang, office.verifySecond)}</a>
        </p>
      )}
      {lockDue && section !== 'keys' && (
        <p class="box warn noprint">
          <a href={paths.officeKeys}>{say(lang, locks.officeChange)}</a>
        </p>
      )}
      {behind && section !== 'keys' && (
        <p class="box noprint">
          {say(lang, locks.queueReseal)} <a href={paths.officeKeys}>{say(lang, office.keys)}</a>
        </p>
      )}
      {children}
    </DeskPage>
  )
}
