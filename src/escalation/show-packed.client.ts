import { dayOfStep } from '../clock/day.ts'
import { isAddress } from '../intake/rules.ts'
import { fromBase64url } from '../sealing/bytes.ts'

// What was packed, to be read by whoever opens the file. Everything of a stranger's is set as text.

export type Words = Readonly<Record<string, string>>

/** A text, several by name, or that it could not be opened when it was packed. */
type Says = string | Readonly<Record<string, string | boolean>>

/** As `packReport` writes it: the register beside these, each by its name. */
export interface Packed {
  parts: readonly { part: string; at: string | null; says: Says }[]
  messages: readonly { direction: string; on: string; says: Says }[]
  letters: readonly {
    addressee: string
    number: string | null
    parts: readonly { says: Says }[] | Record<string, boolean>
  }[]
  contact: Says | null
  files: readonly (
    | { kind: string; on?: string | null; ending: string; bytes: string }
    | Record<string, boolean>
  )[]
}

/** An element with what is in it, texts among it. */
export function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...within: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...within.map((one) => one ?? ''))
  return element
}

const registered = ['enquiryNumber', 'unit', 'category', 'channel', 'receivedOn']
/** For the team's page, which compares them with the register; they stand there in words. */
const compared = ['kind', 'unit', 'tile', 'files']

/** What is written as codes with commas. */
const coded = ['language', 'discipline', 'fields', 'level']

export function showPacked(words: Words, packed: Packed): HTMLElement[] {
  const { parts, messages, letters, contact, files } = packed
  const facts = Object.entries(packed).flatMap(([name, value]): [string, string][] =>
    registered.includes(name) && typeof value === 'string' ? [[name, value]] : [],
  )
  const section = (name: string, ...within: Node[]) =>
    within.length > 0 ? [made('section', {}, made('h2', {}, words[name] ?? name), ...within)] : []
  const part = ({ part, at, says }: Packed['parts'][number]) =>
    section(
      part,
      ...(at ? [made('p', { class: 'soft' }, dayOfStep(at))] : []),
      said(words, says, part === 'body'),
    )
  const isBody = ({ part }: { part: string }) => part === 'body'
  return [
    ...section('facts', list(words, facts)),
    ...parts.filter(isBody).flatMap(part),
    ...section('contact', contact === null ? made('p', {}, words.none) : said(words, asWritten(contact))),
    ...section('files', ...files.map((file) => fileOf(words, file))),
    ...section(
      'messages',
      ...messages.flatMap(({ direction, on, says }) => [
        made('p', { class: 'soft' }, `${words[direction]} · ${on}`),
        said(words, says),
      ]),
    ),
    ...parts.filter((one) => !isBody(one)).flatMap(part),
    ...section(
      'letters',
      ...letters.flatMap(({ addressee, number, parts }) => [
        list(words, [['addressee', addressee], ...(number ? [['number', number] as const] : [])]),
        ...(Array.isArray(parts) ? parts.map(({ says }) => said(words, says)) : [said(words, parts as Says)]),
      ]),
    ),
  ]
}

/** What was left in place of a telephone is called an address, and nobody agreed to be called on it. */
function asWritten(contact: Says): Says {
  if (typeof contact === 'string' || typeof contact.phone !== 'string' || !isAddress(contact.phone))
    return contact
  const { phone, consent, ...rest } = contact
  return { address: phone, ...rest }
}

function said(words: Words, says: Says, isBody = false): HTMLElement {
  if (typeof says === 'string') return made('p', { class: 'words' }, says)
  if (says.damaged === true) return made('p', {}, words.damaged)
  return list(
    words,
    Object.entries(says).filter(([name]) => !(isBody && compared.includes(name))),
  )
}

/** What is empty, or was not ticked, is left out. */
function list(words: Words, entries: readonly (readonly [string, string | boolean])[]): HTMLElement {
  const filled = entries.filter(([, value]) => value !== '' && value !== false)
  const reads = (name: string, value: string | boolean) => {
    if (typeof value !== 'string') return words.yes
    if (!coded.includes(name)) return value
    return value
      .split(',')
      .map((code) => words[code] ?? code)
      .join(' · ')
  }
  const lines = filled.flatMap(([name, value]) => [
    made('dt', {}, words[name] ?? name),
    made('dd', { class: 'words' }, reads(name, value)),
  ])
  return made('dl', {}, ...lines)
}

/** What a browser may show of it, by what its bytes said it is when it was packed; none of these carries a script. */
const pictures: Words = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif' }

function fileOf(words: Words, file: Packed['files'][number]): HTMLElement {
  if (!('bytes' in file) || typeof file.bytes !== 'string') return made('p', {}, words.damaged)
  const { kind, on, ending, bytes } = file
  const type = pictures[String(ending)] ?? 'application/octet-stream'
  const name = words[String(kind)] ?? ''
  const address = URL.createObjectURL(new Blob([fromBase64url(bytes)], { type }))
  const says = [name, ...(on ? [on] : []), words.save].join(' · ')
  const save = made('a', { href: address, download: `${name}.${ending}` }, says)
  const shown = type.startsWith('image/') ? [made('p', {}, made('img', { src: address, alt: name }))] : []
  return made('div', {}, made('p', {}, save), ...shown)
}
