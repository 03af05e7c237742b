import { raw } from 'hono/html'
import { card, notice } from '../i18n/paper.ts'
import { tent } from '../i18n/round-paper.ts'
import { type Lang, say, tagOf } from '../i18n/speak.ts'
import { svgOf } from '../ui/qr.ts'
import type { Paper } from './paper.ts'
import { Hours, withNodes } from './printed-words.tsx'

/** A sheet folded along its middle: the upper face stands on its head, so that both read once it is up. */
export function Tent({ lang, paper }: { lang: Lang; paper: Paper }) {
  return (
    <section class="sheet tent" lang={tagOf(lang)}>
      <Face lang={lang} paper={paper} />
      <Face lang={lang} paper={paper} />
    </section>
  )
}

function Face({ lang, paper: { number, phone, hours, domain, symbol } }: { lang: Lang; paper: Paper }) {
  return (
    <div class="tent-face">
      <div class="tent-code">
        {raw(svgOf(symbol, say(lang, notice.qr, { number })))}
        <p class="card-number">{number}</p>
      </div>
      <div class="tent-words">
        <p class="tent-title">{say(lang, card.title)}</p>
        <p>{withNodes(lang, card.call, { phone: <b>{phone}</b>, hours: <Hours hours={hours} /> })}</p>
        <p>{withNodes(lang, tent.type, { domain: <b>{domain}</b>, number: <b>{number}</b> })}</p>
        <p>{say(lang, tent.scan)}</p>
        <p>{say(lang, card.free)}</p>
      </div>
    </div>
  )
}
