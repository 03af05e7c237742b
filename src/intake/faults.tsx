import type { Context } from 'hono'
import { page, type Status } from '../http/answer.ts'
import type { Faults } from '../http/faults.ts'
import { isForm } from '../http/form-type.ts'
import type { House } from '../http/house.ts'
import { hereOf, readerOf } from '../http/reader.ts'
import { fault } from '../i18n/fault.ts'
import { say } from '../i18n/speak.ts'
import { findOffice } from '../office/store.ts'
import { FaultPage, type Posted } from './fault-page.tsx'
import { AGREED } from './plain-files.ts'
import type { Answer } from './state-page.tsx'

/** What went wrong, on every page a resident meets: whom to call, and nothing typed is lost. */
export function residentFaults(house: House): Faults {
  const { demo } = house.settings
  const phoneFor = (c: Context) => phoneIn(c) ?? officePhone(house)

  interface Told {
    status: Status
    sentences: readonly string[]
    phone: string | undefined
    kept?: Posted | undefined
    answer?: Answer
  }
  const answer = (c: Context, { status, ...told }: Told) =>
    page(c, <FaultPage reader={readerOf(c)} here={hereOf(c)} demo={demo} {...told} />, status)

  return {
    async notFound(c) {
      const { lang } = readerOf(c)
      const phone = await phoneFor(c)
      const sentence = phone ? say(lang, fault.noPage, { phone }) : say(lang, fault.noPageNoPhone)
      return answer(c, { status: 404, sentences: [sentence], phone })
    },

    async refuse(c, status) {
      const { lang } = readerOf(c)
      const what = status === 413 ? fault.tooLarge : status === 400 ? fault.unread : fault.wrongWay
      // What a plain form posted was not read: it stands only on the page before.
      const sentences = [say(lang, what), ...(isForm(c) ? [say(lang, fault.pressBack)] : [])]
      return answer(c, { status, sentences, phone: await phoneFor(c), answer: 'refused' })
    },

    async busy(c) {
      const { lang } = readerOf(c)
      const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
      c.header('Retry-After', '60')
      return answer(c, {
        status: 503,
        sentences: [say(lang, reading ? fault.busyReading : fault.busySending)],
        phone: await phoneFor(c),
        kept: await postedIn(c),
        answer: 'busy',
      })
    },

    async fault(c, ref) {
      const { lang } = readerOf(c)
      const phone = await phoneFor(c)
      const kept = await postedIn(c)
      const later = phone ? say(lang, fault.later, { phone }) : say(lang, fault.laterNoPhone)
      const more = kept ? [say(lang, fault.brokenSending), later] : [later]
      return answer(c, { status: 500, sentences: [say(lang, fault.broken, { ref }), ...more], phone, kept })
    },
  }
}

/** The team's, where the code was found before the fault. */
function phoneIn(c: Context): string | undefined {
  const phone: unknown = c.get('phone')
  return typeof phone === 'string' ? phone : undefined
}

/** The database may be what is at fault, so that a page without a number is better than none. */
async function officePhone(house: House): Promise<string | undefined> {
  const office = await findOffice(house.db).catch(() => undefined)
  return office?.phone
}

/** What a plain form posted. What a script posted it keeps itself. */
async function postedIn(c: Context): Promise<Posted | undefined> {
  if (c.req.method !== 'POST' || !isForm(c)) return undefined
  const read: Record<string, unknown> | undefined = c.get('posted')
  const body = read ?? (await c.req.parseBody().catch(() => undefined))
  if (!body) return undefined
  const fields = Object.entries(body).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  const action = c.req.path + new URL(c.req.url).search
  if (c.get('mayHaveFiles') !== true) return { action, fields }
  // Agreed to is what is chosen then.
  return { action, fields: fields.filter(([name]) => name !== AGREED), mayHaveFiles: true }
}
