import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../src/paths.ts'
import { findRound } from '../src/rounds/store.ts'
import { base64url } from '../src/sealing/bytes.ts'
import { findByUsername } from '../src/staff/store.ts'
import { grants } from '../src/staff/tables.ts'
import { signIn } from './cast/at-desk.ts'
import { office, players, teams, units } from './cast/people.ts'
import { type Seat, takeSeat } from './cast/seat.ts'
import { fileOf, sendAll, speakOf } from './cast/sending.ts'
import { activate, handOver, invite, verify } from './cast/staffing.ts'
import { said } from './cast/words.ts'
import { takeUp } from './cast/working.ts'
import { openVillage, type Village } from './journeys/stage.ts'
import { unstrict } from './strict.ts'

const { gao, wu } = players

/** Filled in so that every address is a real one, and a refusal is a refusal of the person. */
let village: Village
let filled: (path: string) => string
let roundTitle: string
type Who = 'nobody' | 'office' | 'leader' | 'liaison' | 'member' | 'otherTeam' | 'leadingGroup'
const seats: Record<Who, Seat> = {} as never

beforeAll(async () => {
  village = await openVillage()
  const { place, token, ids, liaison, leader, administrator } = village
  roundTitle = (await findRound(place.house.db, ids.round))?.title ?? ''
  const file = fileOf(1000)
  const sender = await speakOf(place, token, said.land, [file])
  await sendAll(place, sender)
  const { report } = await takeUp(place, liaison, sender.enquiryNumber)
  filled = (path) =>
    path
      .replace(':token', token)
      .replace(':number', '000000')
      .replace(':team', ids.teams.first)
      .replace(':report', report.id)
      .replace(':file', file.id)
      .replace(':part', 'manifest')
      .replace(':round', ids.round)
      .replace(':unit', ids.units.qingtang)
      .replace(':person', liaison.id)
      .replace(':invitation', 'AAAA')
  seats.nobody = takeSeat(place.door)
  seats.office = administrator.seat
  seats.leader = leader.seat
  seats.liaison = liaison.seat
  // Activated, and verified only further down.
  await activate(place, wu, await invite(place, administrator, wu, ids.teams.first))
  seats.member = (await signIn(place, wu.username, wu.password)).seat
  await activate(place, players.su, await invite(place, administrator, players.su, ids.teams.second))
  await verify(place, administrator, players.su)
  seats.otherTeam = (await signIn(place, players.su.username, players.su.password)).seat
  await activate(place, gao, await invite(place, administrator, gao, 'leadingGroup'))
  await verify(place, administrator, gao)
  seats.leadingGroup = (await signIn(place, gao.username, gao.password)).seat
})

interface Route {
  method: string
  path: string
}

const routes = (): Route[] => {
  const all = village.app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  return [...new Map(all.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()]
}
const isStaffs = ({ path }: Route) => path.startsWith('/staff')
/** What belongs to a place: the office's, a team's, the leading group's. */
const isBehind = ({ path }: Route) => /^\/staff\/(office|teams|figures)/.test(path)
const isOpenDoor = ({ path }: Route) =>
  /^\/staff\/(sign-in|sign-out|activate|forgotten|session)|^\/staff$/.test(path)

const ask = (seat: Seat, { method, path }: Route) => {
  if (method === 'GET') return seat.get(filled(path))
  if (method === 'PUT') return seat.put(filled(path), 'not a piece')
  return seat.post(filled(path), {})
}

/**
 * A page without what may stand in Chinese in every language: names as they were typed, what a choice tells the team,
 * and the ways to the Chinese pages. Sentences that scripts show stand in attributes, so those stay.
 */
function readInEnglish(page: string): string {
  const { first } = teams
  const names = [
    office.fullName,
    office.shortName,
    units.qingtang.name,
    first.name,
    ...first.dialects.split(', '),
    roundTitle,
  ]
  return names.reduce(
    (left, name) => left.replaceAll(name, ''),
    page.replace(/ value="[^"]*"/g, '').replace(/<a [^>]*lang="zh-(CN|Hant)">(简体|繁體)<\/a>/g, ''),
  )
}

describe('what residents are promised', () => {
  it('no public page sets a cookie, may be cached or framed, or speaks to anybody else', async () => {
    const open = routes().filter((route) => !isStaffs(route) && route.path !== '/healthz')
    expect(open.length).toBeGreaterThan(12)
    for (const route of open) {
      const answer = await ask(seats.nobody, route)
      const name = `${route.method} ${route.path}`
      expect(answer.headers.get('Set-Cookie'), name).toBeNull()
      expect(answer.headers.get('Referrer-Policy'), name).toBe('same-origin')
      expect(answer.headers.get('X-Robots-Tag'), name).toContain('noindex')
      expect(answer.headers.get('Cache-Control'), name).toBe('no-store')
      expect(answer.headers.get('X-Frame-Options'), name).toBe('DENY')
      expect(answer.headers.get('Content-Security-Policy'), name).toContain("default-src 'none'")
    }
  })

  it('every public page has the same title, for WeChat lists titles', async () => {
    const open = routes().filter(
      (one) => !isStaffs(one) && one.method === 'GET' && !/setup|healthz/.test(one.path),
    )
    const answers = await Promise.all(
      open.map(async (route) => ({ route, page: await (await ask(seats.nobody, route)).text() })),
    )
    const titled = answers.filter(({ page }) => page.includes('<title>'))
    expect(titled.length).toBeGreaterThan(8)
    for (const { route, page } of titled) expect(page, route.path).toContain('<title>便民反映</title>')
  })

  it('every public page has its way out, all sizes and the ways to safety, proof and progress', async () => {
    // What lets files in is fetched into a page.
    const open = routes().filter((one) => !isStaffs(one) && !/setup|healthz|attaching/.test(one.path))
    const lost = ['/nowhere', paths.code('0000000000000000')].map((path) => ({ method: 'GET', path }))
    let seen = 0
    for (const route of [...open, ...lost]) {
      const page = await (await ask(seats.nobody, route)).text()
      if (!page.includes('<title>')) continue
      seen++
      const name = `${route.method} ${route.path}`
      const [foot = ''] = /<footer class="foot.*<\/footer>/s.exec(page) ?? []
      expect(page, name).toMatch(/<header.*<button [^>]*data-exit.*<\/header>/s)
      for (const size of ['standard', 'large', 'largest'])
        expect(foot, name).toContain(`data-to-size="${size}"`)
      for (const address of [paths.safer, paths.genuine, paths.progress])
        expect(foot, name).toContain(`<a href="${address}">`)
    }
    expect(seen).toBeGreaterThan(15)
  })

  it('what is typed on a page goes to no spelling service of a browser’s', async () => {
    for (const who of ['nobody', 'office', 'leader'] as const) {
      const answers = routes().filter(({ method }) => method === 'GET')
      for (const { path } of answers) {
        const page = await (await seats[who].get(filled(path))).text()
        if (page.includes('<textarea') && page.includes('</header>'))
          expect(page, `${who} ${path}`).toMatch(/<body[^>]* spellcheck="false"/)
      }
    }
  })

  it('a public page in English has no Chinese sentence left, and asks for no script of anybody else', async () => {
    for (const address of [
      '/',
      `/c/${village.token}`,
      '/progress',
      '/genuine',
      '/genuine/wrong',
      '/safer',
      '/use',
      '/attaching',
    ]) {
      const page = await (await seats.nobody.get(`${address}?lang=en`)).text()
      expect(page).toContain('<html lang="en"')
      expect(readInEnglish(page).match(/.{0,40}[\u4e00-\u9fff].{0,40}/), address).toBeNull()
      expect([...page.matchAll(/(?:src|href)="(https?:)?\/\//g)]).toHaveLength(0)
    }
  })
})

describe('whose door it is', () => {
  it('nobody gets past sign-in', async () => {
    const behind = routes().filter((route) => isStaffs(route) && !isOpenDoor(route))
    expect(behind.length).toBeGreaterThan(30)
    for (const route of behind) {
      const { status } = await ask(seats.nobody, route)
      expect(status, `${route.method} ${route.path}`).toBe(401)
    }
  })

  it('the office has no door to reports, nor a team to the office, nor one team to another: all are the same 404', async () => {
    const lost = await seats.leader.get('/staff/no-such-page')
    const office = routes().filter(({ path }) => path.startsWith('/staff/office'))
    const team = routes().filter(({ path }) => path.startsWith('/staff/teams/'))
    expect(lost.status).toBe(404)
    expect(office.length).toBeGreaterThan(15)
    expect(team.length).toBeGreaterThan(10)
    const words = await lost.text()
    for (const route of office) {
      for (const who of ['leader', 'liaison', 'otherTeam'] as const) {
        const answer = await ask(seats[who], route)
        expect(answer.status, `${who} ${route.method} ${route.path}`).toBe(404)
        expect(await answer.text()).toBe(words)
      }
    }
    for (const route of team) {
      for (const who of ['office', 'otherTeam'] as const) {
        expect((await ask(seats[who], route)).status, `${who} ${route.method} ${route.path}`).toBe(404)
      }
    }
  })

  it('who has activated and is not verified sees whether the team has keys, and nothing more', async () => {
    const keys = filled('/staff/teams/:team/keys')
    expect((await seats.member.get(keys)).status).toBe(200)
    const others = routes().filter((one) => isBehind(one) && filled(one.path) !== keys)
    expect(others.length).toBeGreaterThan(100)
    for (const route of others) {
      const answer = await ask(seats.member, route)
      const isLedOn = route.method === 'GET' && route.path.startsWith('/staff/teams/')
      expect(answer.status, `${route.method} ${route.path}`).toBe(isLedOn ? 303 : 404)
      if (isLedOn) expect(answer.headers.get('Location'), route.path).toBe(keys)
    }
  })

  it('within one team leader, liaison and member come to the same, but for what is one’s duty', async () => {
    await verify(village.place, village.administrator, wu)
    const report = '/staff/teams/:team/reports/:report'
    const take = async () => (await seats.member.post(filled(`${report}/take`), {})).status
    expect(await take()).toBe(403)
    await handOver(village.place, village.leader, wu, village.ids.teams.first)
    expect(await take()).toBe(303)
    const duties = {
      [`GET ${report}/assign`]: 'leader',
      [`GET ${report}/moves/accept`]: 'liaison, leader',
      // The report is the member's own; a leader decides on what others propose.
      [`GET ${report}/moves/decline`]: 'member, liaison',
      [`GET ${report}/moves/void`]: 'liaison',
      [`GET ${report}/moves/escalate`]: 'liaison',
      [`POST ${report}/contact`]: 'leader',
      [`POST ${report}/contact/handed`]: 'leader',
      [`POST ${report}/told/paper`]: 'leader',
      [`POST ${report}/recusals`]: 'leader',
      [`POST ${report}/recusals/end`]: 'leader',
      'GET /staff/teams/:team/leaving': 'leader',
      'POST /staff/teams/:team/leaving': 'leader',
    }
    const colleagues = ['member', 'liaison', 'leader'] as const
    // What is taken cannot be taken again, and a move posted from no page is out of date, whoever posts it.
    const isLate = ({ method, path }: Route) => method === 'POST' && /\/moves\/|\/take$/.test(path)
    const doors = routes().filter((one) => one.path.startsWith('/staff/teams/') && !isLate(one))
    expect(doors.length).toBeGreaterThan(50)
    const found: Record<string, string> = {}
    for (const route of doors) {
      const open: string[] = []
      for (const who of colleagues) {
        const { status } = await ask(seats[who], route)
        expect(status, `${who} ${route.method} ${route.path}`).toBeLessThan(500)
        if (status !== 404 && status !== 303) open.push(who)
      }
      if (open.length % colleagues.length > 0) found[`${route.method} ${route.path}`] = open.join(', ')
    }
    expect(found).toEqual(duties)
  })

  it('to whoever stays away from its unit a report is behind no door, to the byte of what is not there', async () => {
    const { administrator, house, ids } = village
    const id = (await findByUsername(house.db, wu.username))?.id ?? ''
    const send = async (way: string, fields: Record<string, string>) => {
      const page = await (await administrator.seat.get(`/staff/office/people/${id}`)).text()
      const version = page.match(/name="version" value="(\d+)"/)?.[1] ?? ''
      await administrator.seat.send(`/staff/office/people/${id}/${way}`, { version, ...fields })
    }
    await send('recusals', { unit: ids.units.rongxu, recusalReason: 'kin' })
    const doors = routes().filter(({ path }) => path.includes('/reports/:report'))
    expect(doors.length).toBeGreaterThan(30)
    for (const route of doors) {
      const answer = await ask(seats.member, route)
      // What is given to the office is read before it is looked for, and answers an empty form whatever it is about.
      const isUnread = route.path.endsWith('/leave')
      expect(answer.status, `${route.method} ${route.path}`).toBe(isUnread ? 422 : 404)
      const lost = await ask(seats.member, { ...route, path: route.path.replace(':report', 'nowhere') })
      expect(await answer.text(), route.path).toBe(await lost.text())
    }
    await send('recusals/end', { whose: ids.units.rongxu, endReason: 'over' })
    expect((await seats.member.get(filled('/staff/teams/:team/reports/:report'))).status).toBe(200)
  })

  it('the leading group has a page of figures, which is nobody else’s, and no other', async () => {
    const figures = await seats.leadingGroup.get('/staff/figures')
    expect(figures.status).toBe(200)
    const page = await figures.text()
    for (const words of [village.token, teams.first.name, units.qingtang.name])
      expect(page).not.toContain(words)
    expect(page).toContain('少于 3，不显示')
    expect(page).not.toMatch(/<td class="n"[^>]*>(<strong>)?[12]</)
    expect(page).not.toContain('/staff/office')
    const others = routes().filter(({ path }) => /^\/staff\/(office|teams)/.test(path))
    expect(others.length).toBeGreaterThan(30)
    for (const route of others) {
      const { status } = await ask(seats.leadingGroup, route)
      expect(status, `leadingGroup ${route.method} ${route.path}`).toBe(404)
    }
    for (const who of ['leadingGroup', 'office'] as const) {
      for (const address of ['reports', 'keys', 'enter', 'escalated'])
        expect((await seats.leadingGroup.get(`/staff/teams/${who}/${address}`)).status, address).toBe(404)
    }
    for (const who of ['office', 'leader', 'otherTeam'] as const)
      expect((await seats[who].get('/staff/figures')).status, who).toBe(404)
  })

  it('no key is granted to the leading group, not even by an administrator who tries', async () => {
    const { administrator, house } = village
    const id = (await findByUsername(house.db, gao.username))?.id ?? ''
    const sealed = base64url(new Uint8Array(200))
    const again = { certificate: 'x', root: sealed, box: sealed }
    expect((await administrator.seat.post(`/staff/office/people/${id}/certify`, again)).status).toBe(409)
    for (const team of ['leadingGroup', village.ids.teams.first]) {
      const grant = { epoch: '1', personId: id, key: sealed }
      expect((await village.leader.seat.post(`/staff/teams/${team}/keys/grants`, grant)).status).not.toBe(303)
    }
    expect((await house.db.select().from(grants)).filter(({ personId }) => personId === id)).toEqual([])
  })

  it("a member sees neither another's telephone nor the team's contact key", async () => {
    const { liaison, ids } = village
    const contact = filled('/staff/teams/:team/reports/:report/contact')
    expect((await liaison.seat.post(contact, { viewWhy: 'callBack' })).status).toBe(404)
    const page = await (await liaison.seat.get(filled('/staff/teams/:team/reports/:report'))).text()
    expect(page).not.toContain('&quot;kind&quot;:&quot;contact&quot;')
    expect(page).toContain(`team:${ids.teams.first}`)
  })
})

describe("another site's page", () => {
  it('can post nothing anywhere', async () => {
    const { app } = village
    const posts = routes().filter(({ method }) => method !== 'GET')
    expect(posts.length).toBeGreaterThan(25)
    for (const { method, path } of posts) {
      for (const headers of [
        { Origin: 'https://elsewhere.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        const body = new URLSearchParams({ kind: 'problem', text: 'x' })
        const answer = await app.request(filled(path), {
          method,
          headers: { Host: 'localhost', ...headers },
          body,
        })
        expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(403)
      }
    }
  })
})

describe('what every answer says to a browser', () => {
  // Somebody who may nearly everything and somebody who may nothing see pages, forms, JSON, files, redirects and
  // refusals.
  it.each(['nobody', 'liaison', 'office'] as const)('at every address, to %s', async (who) => {
    const statuses = new Set<number>()
    const nowhere = ['GET /nowhere', 'GET /staff/nowhere', 'PUT /', 'POST /built/nowhere.js'].map((one) => {
      const [method = '', path = ''] = one.split(' ')
      return { method, path }
    })
    // Asked last of all, for some posts need nothing in them: the office closes the liaison's account.
    const all = routes().filter(({ path }) => !path.startsWith('/staff/sign-out'))
    for (const route of [...all, ...nowhere]) {
      const { status, headers } = await ask(seats[who], route)
      const name = `${route.method} ${route.path}`
      statuses.add(status)
      expect(unstrict(headers), name).toEqual([])
      expect(headers.get('Cache-Control'), name).toBe('no-store')
      // Only where somebody may speak instead of writing.
      const mayHear = headers.get('Permissions-Policy')?.includes('microphone=(self)')
      if (mayHear) expect(route.path, name).toMatch(/^\/c\/:token/)
    }
    expect([...statuses]).toEqual(expect.arrayContaining([200, 303, 404, 422]))
    expect(statuses.has(401)).toBe(who === 'nobody')
  })
})
