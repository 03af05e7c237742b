import type { Context } from 'hono'
import { raw } from 'hono/html'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { codeProblems, printWords } from '../i18n/codes.ts'
import { notice } from '../i18n/paper.ts'
import { roundPaper } from '../i18n/round-paper.ts'
import { type Lang, say, type Written } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { PIXELS, pngOf, svgOf } from '../ui/qr.ts'
import { Cards } from './cards.tsx'
import { sheets } from './mint-routes.tsx'
import { changeSheets } from './moving.ts'
import { noticeDrawer } from './notice-drawer.tsx'
import { paperOf } from './paper.ts'
import { PrintPage } from './print-page.tsx'
import { SheetsForm } from './sheets-form.tsx'
import { findCode, isLive } from './store.ts'
import { Tent } from './tent.tsx'

/** What leaves the printer: the notice, the cards, the bare code as a file. A withdrawn code is not printed again. */
export function printRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const findLive = async (c: Context) => {
    const found = await findCode(db, c.req.param('token') ?? '')
    const paper = found && isLive(found.code) ? await paperOf(found) : undefined
    return found && paper && { ...found, paper }
  }
  type Live = NonNullable<Awaited<ReturnType<typeof findLive>>>
  /** What stands around the sheets, and what the browser checks before it shows them. */
  const around = async (c: Context<DeskEnv>, { code, paper, office }: Live) => ({
    frame: await officeFrame(c, house),
    own: await listOwnKeys(db, c.get('staff').id, [OFFICE]),
    code,
    office,
    unit: paper.unit,
  })

  const showNotice = async (c: Context<DeskEnv>, found: Live, filled?: Filled, again?: 422) => {
    const props = await around(c, found)
    const { lang } = props.frame.reader
    const { code, paper } = found
    const on = paperLang(c)
    const isAll = c.req.query('sheets') === 'all'
    const size = c.req.query('size') === 'a3' ? 'a3' : 'a4'
    const draw = noticeDrawer(on, { demo: props.frame.demo, today: dayOf(clock.now()) })
    const numbers = Array.from({ length: isAll ? code.sheets : 1 }, (_, n) => n + 1)
    const address = (all: boolean, language: Lang, on: 'a3' | 'a4' = size) =>
      `${paths.printNotice(code.token)}?sheets=${all ? 'all' : '1'}&in=${language}&size=${on}`
    const links = [
      isAll
        ? { address: address(false, on), text: say(lang, printWords.one) }
        : { address: address(true, on), text: say(lang, printWords.all, { n: code.sheets }) },
      on === 'zh'
        ? { address: address(isAll, 'en'), text: say(lang, printWords.english) }
        : { address: address(isAll, 'zh'), text: say(lang, printWords.chinese) },
      size === 'a4'
        ? { address: address(isAll, on, 'a3'), text: say(lang, roundPaper.a3) }
        : { address: address(isAll, on, 'a4'), text: say(lang, roundPaper.a4) },
    ]
    const shown = filled ?? { typed: { sheets: String(code.sheets) } }
    return page(
      c,
      <PrintPage {...props} what="notice" size={size} links={links}>
        <SheetsForm lang={lang} code={code} filled={shown} />
        {numbers.map((sheet) => raw(draw(paper, sheet)))}
      </PrintPage>,
      again,
    )
  }

  app.get(paths.printNotice(':token'), async (c) => {
    const found = await findLive(c)
    return found ? showNotice(c, found) : c.notFound()
  })

  app.post(
    paths.codeSheets(':token'),
    form(z.object({ sheets }), async (c, refused) => {
      const found = await findLive(c)
      if (!found) return c.notFound()
      return showNotice(c, found, refusedForm(deskReader(c).lang, codeProblems, refused), 422)
    }),
    async (c) => {
      const found = await findLive(c)
      if (!found) return c.notFound()
      const { token } = found.code
      await changeSheets(db, token, c.req.valid('form').sheets, handOf(c, house))
      return done(c, paths.printNotice(token), 'sheets')
    },
  )

  app.get(paths.printCards(':token'), async (c) => {
    const found = await findLive(c)
    if (!found) return c.notFound()
    const props = await around(c, found)
    const { lang } = props.frame.reader
    const { code, paper } = found
    const on = paperLang(c)
    const other = on === 'zh' ? 'en' : 'zh'
    const text = say(lang, other === 'zh' ? printWords.chineseCards : printWords.englishCards)
    const links = [{ address: `${paths.printCards(code.token)}?in=${other}`, text }]
    return page(
      c,
      <PrintPage {...props} what="cards" links={links}>
        <Cards lang={on} paper={paper} />
      </PrintPage>,
    )
  })

  app.get(paths.printTent(':token'), async (c) => {
    const found = await findLive(c)
    if (!found) return c.notFound()
    const props = await around(c, found)
    const on = paperLang(c)
    const other = on === 'zh' ? 'en' : 'zh'
    const text = say(props.frame.reader.lang, other === 'zh' ? roundPaper.chinese : roundPaper.english)
    const links = [{ address: `${paths.printTent(found.code.token)}?in=${other}`, text }]
    return page(
      c,
      <PrintPage {...props} what="tent" links={links}>
        <Tent lang={on} paper={found.paper} />
      </PrintPage>,
    )
  })

  app.get(paths.codeSvg(':token'), async (c) => {
    const found = await findLive(c)
    if (!found) return c.notFound()
    const { symbol, number } = found.paper
    return c.body(
      svgOf(symbol, say('zh', notice.qr, { number })),
      200,
      file('image/svg+xml', `${number}.svg`),
    )
  })

  app.get(paths.codePng(':token'), async (c) => {
    const found = await findLive(c)
    if (!found) return c.notFound()
    const { symbol, number } = found.paper
    return c.body(pngOf(symbol, PIXELS), 200, file('image/png', `${number}.png`))
  })
  return app
}

const file = (type: string, name: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
})

/** Paper is for residents and in Chinese, whatever language the office reads, unless it is asked for in English. */
const paperLang = (c: Context): Written => (c.req.query('in') === 'en' ? 'en' : 'zh')
