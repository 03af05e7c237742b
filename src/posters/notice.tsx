import { raw } from 'hono/html'
import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { landing } from '../i18n/landing.ts'
import { insiders, notice } from '../i18n/paper.ts'
import { type Lang, say, tagOf } from '../i18n/speak.ts'
import { aboutUnit } from '../intake/about-unit.ts'
import type { Paper } from './paper.ts'
import { Hours, withNodes } from './printed-words.tsx'

interface Props {
  lang: Lang
  paper: Omit<Paper, 'symbol'>
  /** The sheet's number in two digits. */
  sheet: string
  /** The symbol as markup. */
  picture: string
  /** Smaller letters. */
  tight: boolean
  demo: boolean
  today: Day
}

/** One sheet of the notice. Four ways to speak come before the code; the strips are at the edge where scissors go. */
export function Notice({ lang, paper, sheet, picture, tight, demo, today }: Props) {
  const { unit, type, closes, scope } = paper
  // All alike, and drawn once: a round prints a thousand sheets in one go.
  const strip = String(<Strip lang={lang} paper={paper} />)
  return (
    <section class={tight ? 'sheet notice tight' : 'sheet notice'} lang={tagOf(lang)}>
      <p class="notice-head">{paper.letterhead}</p>
      <p class="notice-title">{say(lang, notice.title)}</p>
      <p class="notice-largest">{say(lang, notice.largest, { unit })}</p>
      <p class="notice-free">{say(lang, notice.free, { insiders: say(lang, insiders[type]) })}</p>
      <Ways lang={lang} paper={paper} picture={picture} />
      <p>{scope ? say(lang, notice.here, { what: scope }) : say(lang, aboutUnit[type].belongs)}</p>
      <p>{say(lang, landing.belongsNot)}</p>
      <p class="notice-closes">
        {closes === undefined
          ? say(lang, notice.standing)
          : say(lang, notice.closes, { closes: sayDay(closes, lang, yearOf(today)) })}
      </p>
      <p>{say(lang, notice.genuine)}</p>
      <p class="notice-home">{say(lang, notice.home)}</p>
      <div class="notice-strips">{raw(strip.repeat(STRIPS))}</div>
      <p class="notice-foot">
        <span>{say(lang, notice.seal)}</span>
        {demo && <span>{say(lang, notice.demo)}</span>}
        <span>{say(lang, notice.sheet, { sheet })}</span>
      </p>
    </section>
  )
}

const STRIPS = 8

/** What is torn off and taken along. */
const Strip = ({ lang, paper: { domain, number, phone } }: Pick<Props, 'lang' | 'paper'>) => (
  <p>
    <span>{say(lang, notice.strip)}</span>
    <span>{domain}</span>
    <span>{number}</span>
    <span class="unbroken">{phone}</span>
  </p>
)

function Ways({ lang, paper, picture }: Pick<Props, 'lang' | 'paper' | 'picture'>) {
  const { number, unit, phone, hours, domain, second, postal, box } = paper
  const type = second ? notice.typeTwo : notice.type
  const addresses = (
    <>
      <b>{domain}</b>
      {second && (
        <>
          <br />
          {withNodes(lang, notice.or, { domain: <b>{second}</b> })}
        </>
      )}
    </>
  )
  return (
    <div class="notice-ways">
      <ul>
        <li>{withNodes(lang, notice.call, { phone: <b>{phone}</b>, hours: <Hours hours={hours} /> })}</li>
        <li>{withNodes(lang, type, { domain: addresses, line: <br />, number: <b>{number}</b> })}</li>
        <li>{say(lang, notice.scan)}</li>
        <li>{withNodes(lang, notice.write, { postal, box })}</li>
      </ul>
      <figure class="notice-frame">
        {raw(picture)}
        <figcaption>{say(lang, notice.frame, { unit, number })}</figcaption>
      </figure>
    </div>
  )
}

/** Names and addresses at their longest need smaller letters to stay on the sheet. English takes more room. */
export function isLong(
  lang: Lang,
  { unit, hours, postal, box, domain, second = '', scope = '' }: Paper,
): boolean {
  const words = unit.length * 2 + `${hours}${postal}${box}${scope}`.length + (domain + second).length / 2
  return words > (lang === 'zh' ? 90 : 32) || Math.max(domain.length, second.length) > WIDEST
}

/** As many letters of a web address as stand in one line beside the code. */
const WIDEST = 22
