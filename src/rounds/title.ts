const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const KINDS = { regular: '巡察', special: '专项巡察', lookBack: '巡察“回头看”', other: '巡察' } as const

/** 1 to 99 as terms and rounds are written: 二, 十, 十二, 二十三. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}`
}

interface Named {
  term: number
  seq: number
  type: keyof typeof KINDS | 'standing'
}

/**
 * The official title, such as 十二届市委第二轮巡察. Whose committee it is, the jurisdiction says itself: 岚川市 may
 * be a county and still has a 市委. An intake that stands all year is one for a term and has no number.
 */
export function roundTitle(
  { term, seq, type }: Named,
  jurisdiction: string,
  level: 'city' | 'county',
): string {
  const own = jurisdiction.at(-1) ?? ''
  const committee = '市县区旗'.includes(own) && own ? own : level === 'city' ? '市' : '县'
  const whose = `${chineseNumber(term)}届${committee}委`
  return type === 'standing' ? `${whose}常年受理` : `${whose}第${chineseNumber(seq)}轮${KINDS[type]}`
}

/** What stands at the head of a team's notice: 中共岚川市委第二巡察组. A team already named in full is left as it is. */
export function letterheadOf(jurisdiction: string, team: string): string {
  if (team.startsWith('中共')) return team
  return team.startsWith(jurisdiction) ? `中共${team}` : `中共${jurisdiction}委${team}`
}

/** Teams by their number, as people count them: in code points 第三 comes before 第二. Names without one come last. */
export function byTeamNumber(a: { name: string }, b: { name: string }): number {
  return numberIn(a.name) - numberIn(b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

function numberIn(name: string): number {
  const written = /第([一二三四五六七八九十]{1,3}|\d{1,2})/.exec(name)?.[1]
  if (written === undefined) return 100
  const found = Array.from({ length: 99 }, (_, n) => n + 1).find((n) => chineseNumber(n) === written)
  return found ?? (Number(written) || 100)
}
