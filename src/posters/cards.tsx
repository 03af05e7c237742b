import { raw } from 'hono/html'
import { card, notice } from '../i18n/paper.ts'
import { type Lang, say, tagOf } from '../i18n/speak.ts'
import { svgOf } from '../ui/qr.ts'
import { Unbroken } from '../ui/unbroken.tsx'
import type { Paper } from './paper.ts'
import { Hours, withNodes } from './printed-words.tsx'

const TEN = Array.from({ length: 10 })

/**
 * Ten cards, their fronts on one page and their backs on the next. No unit, no inspection: a pocket betrays nothing.
 */
export function Cards({ lang, paper }: { lang: Lang; paper: Paper }) {
  const { number, phone, hours, domain, symbol } = paper
  const picture = svgOf(symbol, say(lang, notice.qr, { number }))
  const language = tagOf(lang)
  return (
    <>
      <section class="sheet cards" lang={language}>
        {TEN.map(() => (
          <div class="card">
            <p class="card-title">{say(lang, card.title)}</p>
            {raw(picture)}
            <p class="card-number">{number}</p>
          </div>
        ))}
      </section>
      <section class="sheet cards" lang={language}>
        {TEN.map(() => (
          <div class="card">
            <p>
              {withNodes(lang, card.call, {
                phone: <Unbroken text={phone} />,
                hours: <Hours hours={hours} />,
              })}
            </p>
            <p class="card-title">{domain}</p>
            <p>{say(lang, card.free)}</p>
          </div>
        ))}
      </section>
    </>
  )
}
