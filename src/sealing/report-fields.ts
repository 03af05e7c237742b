import { type Bytes, fromUtf8, utf8 } from './bytes.ts'

type Shape = Record<string, 'text' | 'tick'>
type Values<S extends Shape> = { [Field in keyof S]: S[Field] extends 'text' ? string : boolean }

const ticks = { court: 'tick', afraid: 'tick', callMe: 'tick', forOther: 'tick' } as const

/** What the resident said. Kind, unit and ticks are repeated, so that the team notices columns that were changed. */
export const BODY = {
  kind: 'text',
  unit: 'text',
  tile: 'text',
  text: 'text',
  place: 'text',
  subject: 'text',
  ...ticks,
  language: 'text',
  /** The kinds of the files that were promised, in their order and a space between: the team misses what never came. */
  files: 'text',
} as const

/** How to reach the resident, and whether they agreed to be called. */
export const CONTACT = {
  phone: 'text',
  name: 'text',
  bestTime: 'text',
  dialect: 'text',
  consent: 'tick',
  /** Of whoever wrote for somebody else; the number above is that person's. */
  helper: 'text',
} as const

/** What the queue shows; `text` is the first sentence. */
export const LINE = { kind: 'text', text: 'text', ...ticks } as const

export type ReportBody = Values<typeof BODY>
export type Contact = Values<typeof CONTACT>
export type Line = Values<typeof LINE>

/** JSON of the fields the shape names, in its order, and of no others. */
export function writeFields<S extends Shape>(shape: S, values: Values<S>): Bytes {
  return utf8(JSON.stringify(values, Object.keys(shape)))
}

/**
 * A stranger wrote these bytes, so nothing but the named fields gets through. A field that is missing, as from before
 * it was added, reads as empty. Throws when the JSON is broken or a field has another type.
 */
export function readFields<S extends Shape>(shape: S, bytes: Bytes): Values<S> {
  const json: unknown = JSON.parse(fromUtf8(bytes))
  if (typeof json !== 'object' || json === null) throw new TypeError('expected an object')
  const given = new Map<string, unknown>(Object.entries(json))
  const read = Object.entries(shape).map(([field, kind]) => {
    const empty = kind === 'text' ? '' : false
    const value = given.get(field) ?? empty
    if (typeof value !== typeof empty) throw new TypeError(`${field} is no ${kind}`)
    return [field, value]
  })
  return Object.fromEntries(read) as Values<S>
}
