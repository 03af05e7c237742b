import * as z from 'zod/mini'
import { type Day, dayOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { findRound } from '../rounds/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { Cards } from './cards.tsx'
import { noticeDrawer } from './notice-drawer.tsx'
import { type Paper, papersOf } from './paper.ts'
import { PrintRoundPage, type Wanted } from './print-round-page.tsx'
import { countWithoutCode } from './round-minting.ts'
import { listPrintable } from './store.ts'
import { Tent } from './tent.tsx'

/** An address that somebody has bent asks for what is usual. */
const wantedIn = z.object({
  what: z.catch(z.enum(['notices', 'cards', 'tents']), 'notices'),
  sheets: z.catch(z.enum(['one', 'all']), 'one'),
  size: z.catch(z.enum(['a4', 'a3']), 'a4'),
  in: z.catch(z.enum(['zh', 'en']), 'zh'),
})

/** The paper of all codes of a round as one document. */
export function printRoundRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  app.get(paths.printRound(':round'), async (c) => {
    const round = await findRound(db, c.req.param('round') ?? '')
    if (!round) return c.notFound()
    const wanted: Wanted = wantedIn.parse(c.req.query())
    const office = await theOffice(db)
    const found = await listPrintable(db, round)
    const papers = await papersOf(found, office)
    const frame = await officeFrame(c, house)
    const draw = sheetsOf(wanted, { demo: frame.demo, today: dayOf(clock.now()) })
    const codes = found.flatMap(({ code }, at) => {
      const paper = papers[at]
      return paper ? [{ code, ...draw(paper) }] : []
    })
    const props = {
      frame,
      round,
      office,
      wanted,
      codes,
      own: await listOwnKeys(db, c.get('staff').id, [OFFICE]),
      without: await countWithoutCode(db, round.id),
      refused: found.length - codes.length,
    }
    return page(c, <PrintRoundPage {...props} />)
  })
  return app
}

/** Draws the sheets of one code as markup, and says how many pages they are. */
function sheetsOf({ what, sheets, in: lang }: Wanted, frame: { demo: boolean; today: Day }) {
  const draw = noticeDrawer(lang, frame)
  return (paper: Paper) => {
    if (what === 'cards') return { pages: 2, sheets: `${<Cards lang={lang} paper={paper} />}` }
    if (what === 'tents') return { pages: 1, sheets: `${<Tent lang={lang} paper={paper} />}` }
    const pages = sheets === 'all' ? paper.sheets : 1
    return { pages, sheets: Array.from({ length: pages }, (_, n) => draw(paper, n + 1)).join('') }
  }
}
