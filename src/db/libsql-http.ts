import type { Ask, Query, Row, Value } from './ask.ts'
import { DatabaseDown } from './faults.ts'

/**
 * libSQL over HTTP as its servers speak it: Hrana 2 in JSON (https://github.com/tursodatabase/libsql, HRANA_2_SPEC.md).
 * Of it only what the product asks: one statement, or several in one transaction. The general client is a twentieth of
 * what may be uploaded to Workers.
 */

type Wire =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }

interface Fault {
  message: string
  code?: string
}

interface Result {
  cols: { name: string | null }[]
  rows: Wire[][]
}

interface Done {
  step_results: (Result | null)[]
  step_errors: (Fault | null)[]
}

interface Answer {
  results: ({ type: 'ok'; response: { result: Done } } | { type: 'error'; error: Fault })[]
}

/** Whoever waits for us waits no longer than this for the server. */
const PATIENCE = 20_000

/** Asks a server at `https:`, `http:` or `libsql:`. Several queries are all done or none. */
export function overHttp(url: string, authToken?: string, patience = PATIENCE): Ask {
  if (!/^(https?|libsql):/.test(url))
    throw new Error('DATABASE_URL must begin with https:, http: or libsql: here')
  const address = new URL('v2/pipeline', `${url.replace(/^libsql:/, 'https:').replace(/\/$/, '')}/`)
  const headers = {
    'content-type': 'application/json',
    ...(authToken && { authorization: `Bearer ${authToken}` }),
  }
  return async (queries) => {
    const batch = { steps: queries.length === 1 ? queries.map(stepOf) : transaction(queries) }
    const body = JSON.stringify({ baton: null, requests: [{ type: 'batch', batch }, { type: 'close' }] })
    const [first] = (await answered(address, { method: 'POST', headers, body }, patience)).results
    if (first?.type !== 'ok') throw faultOf(first?.error)
    const { step_results, step_errors } = first.response.result
    const fault = step_errors.find((error) => error !== null)
    if (fault) throw faultOf(fault)
    const own = queries.length === 1 ? step_results : step_results.slice(1, 1 + queries.length)
    return own.map((result) => (result ? rowsOf(result) : []))
  }
}

async function answered(address: URL, request: RequestInit, patience: number): Promise<Answer> {
  const signal = AbortSignal.timeout(patience)
  const gone = (cause: unknown) => {
    throw new DatabaseDown('libSQL does not answer', cause)
  }
  const response = await fetch(address, { ...request, signal }).catch(gone)
  if (response.ok) return response.json().catch(gone)
  await response.body?.cancel()
  const why = `libSQL answered ${response.status}`
  throw response.status === 429 || response.status >= 500 ? new DatabaseDown(why) : new Error(why)
}

const rowsOf = ({ cols, rows }: Result): Row[] =>
  rows.map((row) => {
    const values = row.map(read)
    const named = cols.map(({ name }, at) => [name, values[at]])
    return Object.assign(values, Object.fromEntries(named))
  })

const stepOf = ({ sql, params }: Query) => ({ stmt: { sql, args: params.map(written), want_rows: true } })

/** Each step waits for the one before it; what is not committed at the end is taken back. */
function transaction(queries: readonly Query[]) {
  const commit = queries.length + 1
  const after = (step: number) => ({ condition: { type: 'ok', step } })
  return [
    { stmt: { sql: 'BEGIN' } },
    ...queries.map((query, at) => ({ ...stepOf(query), ...after(at) })),
    { stmt: { sql: 'COMMIT' }, ...after(commit - 1) },
    { stmt: { sql: 'ROLLBACK' }, condition: { type: 'not', cond: { type: 'ok', step: commit } } },
  ]
}

/** The engine's own words, by which the product knows what was wrong. */
const faultOf = (fault: Fault | undefined) =>
  new Error(fault ? `${fault.code ?? 'libSQL'}: ${fault.message}` : 'libSQL gave no answer')

function written(value: unknown): Wire {
  if (value === null || value === undefined) return { type: 'null' }
  if (typeof value === 'string') return { type: 'text', value }
  if (typeof value === 'boolean') return { type: 'integer', value: value ? '1' : '0' }
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { type: 'integer', value: String(value) } : { type: 'float', value }
  if (value instanceof Uint8Array) return { type: 'blob', base64: base64(value) }
  throw new TypeError(`libSQL cannot keep a ${typeof value}`)
}

function read(wire: Wire): Value {
  switch (wire.type) {
    case 'null':
      return null
    case 'integer':
      return Number(wire.value)
    case 'blob':
      return Uint8Array.from(atob(wire.base64), (letter) => letter.charCodeAt(0))
    default:
      return wire.value
  }
}

/** In pieces: an argument list has an end. */
function base64(bytes: Uint8Array): string {
  let letters = ''
  for (let at = 0; at < bytes.length; at += 8192)
    letters += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(letters)
}
