import type { Context } from 'hono'
import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { queue } from '../i18n/queue.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { findByNumber } from '../reports/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { countNew } from './counting.ts'
import { countWords, deskOf } from './desk.ts'
import { lookingIn } from './looking.ts'
import { QueuePage } from './queue-page.tsx'
import { viewQueue } from './queue-view.ts'
import { saidWords } from './said.ts'
import { stampedTime } from './stamp.ts'
import { textAt } from './words.ts'

export function listRoutes(house: House) {
  const app = new Hono<DeskEnv>()

  app.get(paths.desk(':team'), async (c: Context<DeskEnv>) => {
    const desk = await deskOf(c, house)
    if (!desk) return c.notFound()
    const number = c.req.query('number') ?? ''
    const digits = number.normalize('NFKC').replaceAll(/\D/g, '')
    const found = digits && (await findByNumber(house.db, desk.team, digits, desk.person))
    if (found) return c.redirect(paths.report(desk.team.id, found.id), 303)
    const view = await viewQueue(
      house,
      desk,
      lookingIn((name) => c.req.query(name)),
    )
    const problem = number.trim() ? textAt(desk, queue.noSuch) : undefined
    const said = saidWords(desk.lang, c.req.query('said'))
    return page(c, <QueuePage desk={desk} view={view} number={number} problem={problem} said={said} />)
  })

  /** How many have come since a page was made: a count, and nothing of what they say. */
  app.get(paths.arrived(':team'), async (c) => {
    const { lang, id: person } = c.get('staff')
    const { team } = c.get('role')
    const since = await stampedTime(house.serverSecret, team, c.req.query('since') ?? '')
    if (!since) return c.notFound()
    const n = await countNew(house.db, { team, person }, since)
    const words = say(lang, queue.arrived, { n: countWords(lang, n) })
    return page(
      c,
      <p id="arrived" data-n={String(n)}>
        {words} · <a href={paths.desk(team)}>{say(lang, queue.refresh)}</a>
      </p>,
    )
  })

  return app
}
