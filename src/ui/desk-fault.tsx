import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { page, type Status } from '../http/answer.ts'
import type { Faults } from '../http/faults.ts'
import type { House } from '../http/house.ts'
import { deskLang, type Reader, readerOf } from '../http/reader.ts'
import { desk } from '../i18n/desk.ts'
import { fill, type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { paths } from '../paths.ts'
import { DeskPage } from './desk.tsx'

interface Fault {
  reader: Reader
  demo: boolean
  sentence: string
  /** On from here; where a page is being written on, beside it. */
  way?: Child
  /** What was posted and not stored: one press sends it again. */
  kept?: { action: string; fields: readonly (readonly [string, string])[] } | undefined
}

/** A fault on a staff page: what happened, and a way to send again what was typed. */
function DeskFault({ reader, demo, sentence, way, kept }: Fault) {
  return (
    <DeskPage reader={reader} title={say(reader.lang, desk.product)} demo={demo} script="desk">
      <h1>{sentence}</h1>
      {way && <p>{way}</p>}
      {kept && (
        <form method="post" action={kept.action} data-kept>
          {kept.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="btn go">
            {say(reader.lang, desk.again)}
          </button>
        </form>
      )}
    </DeskPage>
  )
}

interface DeskFaults extends Faults {
  /** The second factor the office wants is not set up. What was being written is still kept. */
  unproven(c: Context): Promise<Response>
  /** No colleague has handed them the team's key. What was being written is still kept. */
  keyless(c: Context): Promise<Response>
}

interface How {
  /** What the sentence is filled with. */
  values?: Record<string, string>
  /** What was posted can be sent again. */
  keeps?: boolean
  /** Whither it leads from here: where each has their own account, or where each begins. */
  to?: 'account' | 'start'
}

/** The same faults on every staff page, in the office's words. */
export function deskFaults({ settings: { demo } }: House): DeskFaults {
  const answer = async (
    c: Context,
    status: Status,
    phrase: Phrase,
    { values = {}, keeps = false, to }: How = {},
  ) => {
    const reader = { ...readerOf(c), lang: deskLang(c) }
    const kept = keeps && c.req.method === 'POST' ? await keptOf(c) : undefined
    const sentence = fill(textOf(reader.lang, phrase), values)
    const way = to && ways(reader.lang)[to]
    return page(
      c,
      <DeskFault reader={reader} demo={demo} sentence={sentence} way={way} kept={kept} />,
      status,
    )
  }
  return {
    notFound: (c) => answer(c, 404, isReport(c.req.path) ? desk.noReport : desk.noPage, { to: 'start' }),
    refuse: (c, status) => answer(c, status, status === 413 ? desk.tooLarge : desk.wrongWay),
    unproven: (c) => answer(c, 403, staff.factorMust, { keeps: true, to: 'account' }),
    keyless: (c) => answer(c, 403, teamKey.handedToWork, { keeps: true }),
    busy: (c, full) => answer(c, 503, full ? desk.full : desk.busy, { keeps: true }),
    fault: (c, ref) => answer(c, 500, desk.fault, { values: { ref }, keeps: true }),
  }
}

const ways = (lang: Lang) => ({
  account: (
    <a href={paths.account} target="_blank" rel="noopener">
      {say(lang, staff.account)}
    </a>
  ),
  start: <a href={paths.staff}>{say(lang, desk.start)}</a>,
})

/** Not there and not yours are one answer, and it is about a report, not about a page. */
const isReport = (path: string) => /^\/staff\/teams\/[^/]+\/reports\/./.test(path)

/** What was posted, to be posted again. A body that is no form, or was not read, cannot be kept. */
async function keptOf(c: Context): Promise<Fault['kept']> {
  const body = await c.req.parseBody({ all: true }).catch(() => undefined)
  if (!body) return undefined
  const fields = Object.entries(body).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (typeof value === 'string' ? [[name, value] as const] : [])),
  )
  return { action: c.req.path, fields }
}
