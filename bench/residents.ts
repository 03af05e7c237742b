import { paths } from '../src/paths.ts'
import { base64url, random } from '../src/sealing/bytes.ts'
import { answersOf, sealAsBrowser } from '../test/cast/residents.ts'
import { takeSeat } from '../test/cast/seat.ts'
import type { Post } from './clients.ts'
import type { Office } from './office.ts'

const sayings = [
  '村口到学校的路灯坏了三个月，放学天黑，孩子们摸黑走。去年也报过一次，没有人来修。',
  '低保名单年年不公示，问村里说在镇里，问镇里说在村里。我家隔壁两位老人八十多岁，一直没有评上。',
  '水渠去年说修好了，账上也写了，实际上下段还是土沟，今年旱的时候十几亩田没有水。',
]

const saying = (n: number) => {
  const text = `${sayings[n % sayings.length]}（${n}）`
  return n % 4 === 0
    ? { text, reply: 'contactOnly', phone: '13800000000', consent: true, afraid: n % 8 === 0 }
    : { text }
}

/**
 * Reports as so many browsers would have sealed them, each with a code of its own; a quarter leave a telephone number.
 */
export async function sealMany({ place, token }: Office, many: number): Promise<Post[]> {
  const seat = takeSeat(place.door, place.origin)
  const posts: Post[] = []
  const numbers = Array.from({ length: many }, (_, n) => n).values()
  const sealer = async () => {
    for (const n of numbers) {
      const { posted } = await sealAsBrowser(seat, token, saying(n))
      posts.push({ path: paths.code(token), type: 'application/json', body: JSON.stringify(posted) })
    }
  }
  // As many as Node derives keys at once.
  await Promise.all([sealer(), sealer(), sealer(), sealer()])
  return posts
}

/** The same from phones without scripts: forms as they stand. */
export function fillMany({ token }: Office, many: number): Post[] {
  return Array.from({ length: many }, (_, n) => {
    const fields = Object.entries(answersOf(saying(n))).map(([name, value]): [string, string] => [
      name,
      typeof value === 'boolean' ? (value ? 'yes' : '') : value,
    ])
    const body = new URLSearchParams([...fields, ['nonce', base64url(random(16))]]).toString()
    return { path: paths.code(token), type: 'application/x-www-form-urlencoded', body }
  })
}
