import { type Day, dayOf, sayDay, yearOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { at, type Reader, readerOf } from '../http/reader.ts'
import { genuine, notice } from '../i18n/paper.ts'
import { say } from '../i18n/speak.ts'
import { residentFaults } from '../intake/faults.tsx'
import { unknownCode } from '../intake/unknown-code.tsx'
import { findOffice, secondOrigin } from '../office/store.ts'
import { paths } from '../paths.ts'
import { lastDayOf } from '../rounds/intake.ts'
import { readCrockford } from '../sealing/base32.ts'
import { type CodeCertificate, readCertificate } from '../sealing/certificates.ts'
import { readDigits } from '../sealing/digits.ts'
import { isNoticeNumber } from '../sealing/notice-number.ts'
import { codeStanding } from './code-states.ts'
import { GenuinePage } from './genuine-page.tsx'
import { domainOf } from './paper.ts'
import { type FoundCode, findCodeByNumber, findHungByNumber } from './store.ts'

/** For anybody with a notice in front of them: is it ours, and where does its number lead? */
export function genuineRoutes(house: House): Hono {
  const { db, clock } = house
  const { demo } = house.settings
  const app = new Hono()

  /** What a number leads to, if its certificate verifies: a row that somebody wrote into the database is no notice. */
  const findSigned = async (digits: string) => {
    const found = isNoticeNumber(digits) ? await findCodeByNumber(db, digits) : undefined
    const root = found && (found.rootUntil === null ? found.office : found.code).root
    const signed = root && (await readCertificate('code', root, found.code.certificate))
    return found && signed?.noticeNumber === digits ? { ...found, signed } : undefined
  }

  app.get(paths.genuine, async (c) => {
    const office = await findOffice(db)
    if (!office) return c.notFound()
    const reader = readerOf(c)
    const typed = c.req.query('number')
    const second = await secondOrigin(office)
    const or = second ? ` ${say(reader.lang, notice.or, { domain: domainOf(second) })}` : ''
    const frame = { reader, phone: office.phone, demo, domain: domainOf(office.publicUrl) + or }
    if (typed === undefined) return page(c, <GenuinePage {...frame} typed="" />)

    const digits = readDigits(typed)
    if (digits.length !== 6) {
      const mistake = say(reader.lang, genuine.wrongLength)
      return page(c, <GenuinePage {...frame} typed={typed} mistake={mistake} />, 422)
    }
    const found = await findSigned(digits)
    if (!found) {
      const sentence = say(reader.lang, genuine.unknown, { phone: office.phone })
      return page(c, <GenuinePage {...frame} typed={digits} answer={{ look: 'bad', sentence }} />)
    }
    const answer = answerFor(reader, found, dayOf(clock.now()))
    return page(c, <GenuinePage {...frame} phone={found.team.phone} typed={digits} answer={answer} />)
  })

  app.get(paths.printedCode(':token'), async (c) => {
    const token = readCrockford(c.req.param('token') ?? '')
    if (!token) return unknownCode(c, house)
    return c.redirect(at(readerOf(c), paths.code(token)), 303)
  })

  app.get(paths.notice(':number'), async (c) => {
    const reader = readerOf(c)
    const typed = c.req.param('number') ?? ''
    const found = await findHungByNumber(db, readDigits(typed))
    const again = `${paths.front}?number=${encodeURIComponent(typed)}`
    return c.redirect(at(reader, found ? paths.code(found.code.token) : again), 303)
  })

  const faults = residentFaults(house)
  for (const address of [paths.genuine, paths.printedCode(':token'), paths.notice(':number')]) {
    app.all(address, (c) => {
      c.header('Allow', 'GET, HEAD')
      return faults.refuse(c, 405)
    })
  }
  return app
}

type Signed = FoundCode & { signed: CodeCertificate }

/** A notice of an earlier root was ours, and is withdrawn with it. */
function answerFor({ lang }: Reader, { code, round, rootUntil, signed }: Signed, today: Day) {
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  const unit = signed.unitName
  switch (rootUntil === null ? codeStanding(code, round, today) : 'revoked') {
    case 'open': {
      const last = lastDayOf(round)
      const says = last
        ? say(lang, genuine.real, { unit, closes: day(last) })
        : say(lang, genuine.realStanding, { unit })
      return { ...ok(says), opens: true }
    }
    case 'notYet':
      return ok(say(lang, genuine.notYet, { unit, opens: day(round.intakeOpensOn) }))
    case 'paused':
      return { look: 'warn', sentence: say(lang, genuine.paused, { unit }) } as const
    case 'draft':
      return { look: 'warn', sentence: say(lang, genuine.draft) } as const
    case 'closed':
      return { look: 'warn', sentence: say(lang, genuine.closed) } as const
    case 'revoked':
      return { look: 'bad', sentence: say(lang, genuine.revoked) } as const
  }
}

const ok = (sentence: string) => ({ look: 'ok', sentence }) as const
