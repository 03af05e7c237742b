import type { Place } from '../cast/at-desk.ts'

/** What is sealed before it travels: the server never has it in its hands. */
const sealedBefore = {
  text: '金丝雀甲一',
  place: '金丝雀乙二',
  subject: '金丝雀丙三',
  name: '金丝雀丁四',
  phone: '13912345670',
  question: '金丝雀己六',
  supplement: '金丝雀庚七',
  findings: '金丝雀壬九',
  note: '金丝雀癸十',
  talk: '金丝雀子一',
  summary: '金丝雀寅三',
  demands: '金丝雀卯四',
  reply: '金丝雀辰五',
  answer: '金丝雀丑二',
  fileName: '金丝雀午六',
}
/** What it seals itself, for somebody without scripts. */
export const sealedHere = {
  plainText: '金丝雀戊五',
  plainPlace: '金丝雀酉九',
  plainSubject: '金丝雀戌十',
  plainName: '金丝雀亥一',
  plainPhone: '13912345671',
  plainSupplement: '金丝雀辛八',
  plainFileText: '金丝雀申八',
  plainFileName: '金丝雀乙乙',
}
/** What a form said that was sent back, or that nobody could read. */
export const notTaken = {
  unfinished: '金丝雀未七',
  unfinishedPhone: '13912345672',
  tooLong: 'canaryqz-long',
  unreadable: 'canaryqz-noise',
  doubtedNumber: 'canaryqz-number',
}
/** What every request says of whoever sends it. */
export const told = {
  agent: 'canaryqz-agent',
  address: '203.0.113.231',
  longAddress: '2001:db8:ca9a:71::e7',
  hop: 'canaryqz-hop',
  language: 'canaryqz-tongue',
  cookie: 'canaryqz-crumb',
  referrer: 'canaryqz-from',
  query: 'canaryqz-query',
  application: 'canaryqz-app',
  device: 'canaryqz-device',
  path: 'canaryqz-path',
}
export const marks = { ...sealedBefore, ...sealedHere, ...notTaken, ...told }
export const stems = ['金丝雀', '1391234567', 'canaryqz', 'PLANTED-']
/** What a driver's message quotes. It stands in the database itself, so it is looked for in what is said only. */
export const QUOTED = '鹦鹉学舌'

export const headers = {
  'User-Agent': `Mozilla/5.0 ${told.agent}`,
  'X-Forwarded-For': `${told.hop}, ${told.address}`,
  Forwarded: `for="[${told.longAddress}]"`,
  'X-Real-IP': told.longAddress,
  'CF-Connecting-IP': told.longAddress,
  'True-Client-IP': told.longAddress,
  Via: `1.1 ${told.hop}`,
  'Accept-Language': `zh-CN, x-${told.language};q=0.5`,
  Cookie: `crumb=${told.cookie}`,
  'X-Requested-With': told.application,
  'Sec-CH-UA-Model': told.device,
  // Then what is answered can be read.
  'Accept-Encoding': 'identity',
}

/** Somebody whose browser tells all it knows, on the way to the server. */
export const toldOf = ({ house, origin, door }: Place): Place => ({
  house,
  origin,
  door: (address, request) => {
    const said = new Headers(request.headers)
    for (const [name, value] of Object.entries(headers)) said.set(name, value)
    said.set('Referer', `${origin}/?${told.referrer}`)
    const asked = `${address}${address.includes('?') ? '&' : '?'}from=${told.query}`
    return door(asked, { ...request, headers: said })
  },
})
