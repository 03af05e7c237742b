import { dayOf } from '../clock/day.ts'
import { limitOn } from '../clock/limits.ts'
import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { at, readerOf } from '../http/reader.ts'
import { unnamedOffice } from '../i18n/resident.ts'
import { say } from '../i18n/speak.ts'
import { findOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { findHungByNumber } from '../posters/store.ts'
import { readDigits } from '../sealing/digits.ts'
import { residentFaults } from './faults.tsx'
import { FrontPage } from './front-page.tsx'
import { GonePage } from './gone-page.tsx'
import { SaferPage } from './safer-page.tsx'
import { UsePage } from './use-page.tsx'

/** The pages that only say something, and the front page, which leads on. */
export function plainRoutes(house: House) {
  const app = new Hono()
  const faults = residentFaults(house)
  const { db, clock, settings } = house

  /** What every page needs; before set-up there is no office to call or to name. */
  const frame = async (c: Parameters<typeof readerOf>[0]) => {
    const reader = readerOf(c)
    const office = await findOffice(db)
    const unnamed = say(reader.lang, unnamedOffice)
    return { reader, demo: settings.demo, phone: office?.phone, office, unnamed }
  }

  app.get(paths.front, async (c) => {
    const { reader, demo, phone } = await frame(c)
    const typed = c.req.query('number')
    const answer = (mistake?: 'wrongLength' | 'unknown') =>
      page(
        c,
        <FrontPage reader={reader} demo={demo} phone={phone} typed={typed} mistake={mistake} />,
        mistake === undefined ? 200 : mistake === 'unknown' ? 404 : 422,
      )
    if (typed === undefined) return answer()
    const number = readDigits(typed)
    if (number.length !== 6) return answer('wrongLength')
    const found = await findHungByNumber(db, number)
    return found ? c.redirect(at(reader, paths.notice(number)), 302) : answer('unknown')
  })

  app.get(paths.safer, async (c) => {
    const { reader, demo, phone, office, unnamed } = await frame(c)
    return page(
      c,
      <SaferPage reader={reader} demo={demo} phone={phone} office={office?.shortName ?? unnamed} />,
    )
  })

  app.get(paths.use, async (c) => {
    const { reader, demo, phone, office, unnamed } = await frame(c)
    const { days } = limitOn('eraseContact', dayOf(clock.now()), office?.limits ?? [])
    const props = { reader, demo, phone, days }
    return page(c, <UsePage {...props} office={office?.fullName ?? unnamed} />)
  })

  app.get(paths.gone, async (c) => {
    const { reader, demo, phone } = await frame(c)
    return page(c, <GonePage reader={reader} demo={demo} phone={phone} />)
  })

  for (const path of [paths.front, paths.safer, paths.use, paths.gone]) {
    app.all(path, (c) => {
      c.header('Allow', 'GET, HEAD')
      return faults.refuse(c, 405)
    })
  }

  return app
}
