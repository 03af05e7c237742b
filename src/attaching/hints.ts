/** What in somebody's own words could tell who they are. */
export type Tell = 'phone' | 'idCard' | 'name' | 'onlyMe'

export interface Hint {
  tells: Tell
  /** Where it stands in the text. */
  from: number
  to: number
}

/** Digits as they are typed in groups, and what an identity card may end in. */
const digits = /\d(?:[ -]?\d)*[Xx]?/g
const introduced =
  /我(?:叫|名叫|的名字是|姓名是?)(?![他她它你您我人])[\u4e00-\u9fff]{2,3}(?=[，。,.、；;！!\s]|$)|\bmy name is [\p{L}'-]+(?: \p{Lu}[\p{L}'-]*)?/giu
const alone =
  /只有我|只我一|就我一[个個]?人|除了我(?:以外)?[，,]?[没沒谁誰]|[没沒]有?[别別]人(?:知道|看[见見到]|在[场場])|[别別]人都不(?:知道|在)|\bonly i\b|\bi(?: was|'m| am) the only\b|\b(?:nobody|no one) else\b/gi
const clauseEnds = /[。！？；，\n.!?;,]/

/**
 * Looked for on the phone, as the words are written: telephone and identity card numbers, the writer's own name, and
 * what only one person can know. It may be wrong; it only asks. `name`: what stands in the field for it.
 */
export function hintsIn(text: string, name = ''): Hint[] {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const found: Hint[] = []
  const add = (tells: Tell, from: number, length: number) => found.push({ tells, from, to: from + length })
  for (const { 0: run, index } of plain.matchAll(digits)) {
    const tells = numberOf(run.replace(/[ -]/g, ''))
    if (tells) add(tells, index, run.length)
  }
  const own = name.trim()
  if (own.length > 1) {
    for (let at = plain.indexOf(own); at >= 0; at = plain.indexOf(own, at + own.length))
      add('name', at, own.length)
  }
  for (const { 0: said, index } of plain.matchAll(introduced)) add('name', index, said.length)
  for (const { index } of plain.matchAll(alone)) {
    const [from, to] = clauseAround(plain, index)
    add('onlyMe', from, to - from)
  }
  return found.sort((a, b) => a.from - b.from)
}

/** GB 11643: region, day of birth, a number, and a check sign. Telephones: mobile, or with the number of the place. */
function numberOf(run: string): Tell | undefined {
  if (/^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(run)) return 'idCard'
  return /^(?:86)?1[3-9]\d{9}$|^0\d{9,11}$/.test(run) ? 'phone' : undefined
}

/** The part of a sentence in which a place stands, with what ends it. */
function clauseAround(text: string, at: number): [from: number, to: number] {
  let from = at
  while (from > 0 && !clauseEnds.test(text[from - 1] ?? '')) from--
  let to = at
  while (to < text.length && !clauseEnds.test(text[to] ?? '')) to++
  return [from, Math.min(to + 1, text.length)]
}
