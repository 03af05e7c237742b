import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { activationKey } from '../../src/sealing/activation.ts'
import { base64url } from '../../src/sealing/bytes.ts'
import { players, teams, units } from '../cast/people.ts'
import { finder } from '../traces/forms.ts'
import { barriers } from './barriers.ts'
import { heard, officePc, picture, useChromium } from './chromium.ts'
import { barriersInOtherLanguages } from './each-language.ts'
import { keysHeld, unreadable } from './held.ts'
import * as hands from './office-hands.ts'
import { press } from './office-hands.ts'
import { phonePhoto } from './phone-photo.ts'
import { lookUp, receipt, send, tell, tellPlainly } from './resident-hands.ts'
import { type Server, serverAt, startServer } from './server.ts'
import * as team from './team-hands.ts'
import { whole } from './with-files.ts'

// The whole road by hand, from `npm start` on an empty folder to the answer a resident reads. Each test goes on where
// the one before it ended.

let server: Server
const stage = useChromium(() => server.origin)
beforeAll(async () => {
  const { SERVER_AT, SETUP_SECRET = '' } = process.env
  server = SERVER_AT ? serverAt(SERVER_AT, SETUP_SECRET) : await startServer({ PUBLIC_URL: undefined })
})
afterAll(() => server.leave())

const { li, chen } = players
const words = '去年的种粮补贴没有到账，名单上没有我家。'
const later = '存折是信用社的，户名是我老伴。'
const answer = '补贴已经补发到户。'

let administrator: Page
let leader: Page
let liaison: Page
let token = ''
let desk = ''
const kept = { scripted: { code: '', enquiryNumber: '' }, plain: { code: '', enquiryNumber: '' } }

/** Looked at by people, and by a checker of barriers. */
async function look(page: Page, name: string) {
  await picture(page, `road-${name}`)
  expect(await barriers(page), name).toEqual([])
}

async function lookInOthers(page: Page, name: string) {
  expect(await barriersInOtherLanguages(page), name).toEqual([])
}

test('an office sets itself up, and the door of set-up is gone', async () => {
  administrator = await stage.person(officePc)
  const { sheets } = await hands.setUp(administrator, server)
  expect(new Set(sheets.flat()).size).toBe(15)
  await look(administrator, 'set-up-done')
  await administrator.getByRole('link', { name: '去准备清单' }).click()
  await administrator.getByRole('heading', { name: '准备清单' }).waitFor()
  await look(administrator, 'preparation')
  await lookInOthers(administrator, 'preparation')

  const again = await stage.person(officePc)
  const answered = await again.goto(`${server.origin}${paths.setup}?secret=${server.setupSecret}`)
  expect(answered?.status()).toBe(404)
})

test('a round, a team and its units are entered by hand', async () => {
  await hands.setDialects(administrator, server)
  await hands.createRound(administrator, server)
  await hands.createTeam(administrator, teams.first)
  await look(administrator, 'round')
  const { rongxu, qingtang } = units
  await hands.createUnit(administrator, server, { name: rongxu.name, shortName: '榕墟镇', type: 'town' })
  await hands.createUnit(administrator, server, {
    name: qingtang.name,
    shortName: '青塘村',
    type: 'village',
    parent: rongxu.name,
  })
  await look(administrator, 'units')
  await administrator.goto(server.origin + paths.office)
  await administrator.getByRole('link', { name: '建组、分单位' }).click()
  await administrator.getByLabel('青塘村归哪个组').selectOption({ label: teams.first.name })
  await press(administrator, '保存')
  await administrator.getByText('分好了').waitFor()
})

test('a leader is activated from a printed sheet and makes the key, and the office confirms both', async () => {
  leader = await stage.person(officePc)
  const hearing = [heard(administrator), heard(leader)]
  const address = await hands.invite(administrator, server, li, teams.first.name)
  await look(administrator, 'sheet')
  let recovery = ''
  await hands.activate(leader, address, li, async (step) => {
    await look(leader, `activate-${step}`)
    if (step === 'paper') recovery = (await hands.rowsOn(leader, 'recovery')).join('')
  })
  await leader.getByText('等管理员核对').waitFor()
  await look(leader, 'leader-waits')
  await hands.verify(administrator, server, li)

  const code = new URL(address).hash.slice(1)
  const [id, secret] = [code.slice(0, 4), code.slice(4)]
  const key = await activationKey(secret, id)
  const onPaper = { secret, key: base64url(key), keyInHex: Buffer.from(key).toString('hex'), recovery }
  const sent = Buffer.concat(await Promise.all(hearing.map((stop) => stop())))
  expect(finder({ id, name: li.username }, [])(sent), 'what is sent is found this way').toEqual([
    'id',
    'name',
  ])
  const forms = Object.entries({ ...onPaper, password: li.password, lower: secret.toLowerCase() })
  const grouped = forms.map(([name, word]) => [`${name} in groups`, word.match(/.{1,4}/g)?.join(' ') ?? ''])
  expect(recovery).toMatch(/^\d{40}$/)
  expect(finder({ ...Object.fromEntries(forms), ...Object.fromEntries(grouped) }, [])(sent)).toEqual([])

  const second = await leader.context().newPage()
  await second.goto(address)
  await second.getByText('启用码用过了或者过期了，请找管理员再开一张。').waitFor()
  expect(await second.locator('#new-password').isVisible()).toBe(false)
  await look(second, 'activated-already')
  await second.close()

  await leader.goto(server.origin + paths.staff)
  await leader
    .getByRole('link', { name: '钥匙' })
    .or(leader.getByRole('button', { name: '生成本组钥匙' }))
    .first()
    .click()
  if (await leader.getByRole('button', { name: '生成本组钥匙' }).isVisible())
    await press(leader, '生成本组钥匙')
  await leader.getByText('等管理员确认启用').waitFor({ timeout: 30_000 })
  await look(leader, 'key-made')
  await lookInOthers(leader, 'key-made')

  await administrator.goto(server.origin + paths.office)
  await administrator.getByRole('link', { name: '核对启用的人，确认本组钥匙' }).click()
  await administrator.getByText('签名核对无误').waitFor()
  await look(administrator, 'confirm')
  await lookInOthers(administrator, 'confirm')
  const forged = await administrator.context().newPage()
  await forged.route(administrator.url(), async (route) => {
    const response = await route.fetch()
    const other = (_: string, before: string, first: string) => before + (first === 'A' ? 'B' : 'A')
    return route.fulfill({ response, body: (await response.text()).replace(/(data-signature=")(.)/, other) })
  })
  await forged.goto(administrator.url())
  await forged.getByText(`对不上，先别启用，请当面问${li.name}。`).waitFor()
  expect(await forged.getByRole('button', { name: '确认启用' }).isVisible()).toBe(false)
  await look(forged, 'confirm-forged')
  await forged.close()

  // Whoever reads in a browser's store gets no key out of it: each seals and signs, and is told to no script.
  expect(await keysHeld(administrator)).toEqual([unreadable, unreadable])
  expect(await keysHeld(leader)).toEqual([unreadable, unreadable])
  await press(administrator, '确认启用')
  await administrator.getByText('钥匙已启用').first().waitFor()
})

test('a colleague waits for the key and is told from whom, and then holds it', async () => {
  const address = await hands.invite(administrator, server, chen, teams.first.name)
  await lookInOthers(administrator, 'sheet')
  liaison = await stage.person(officePc)
  await hands.activate(liaison, address, chen)
  await liaison.getByText('等管理员核对').waitFor()
  await lookInOthers(liaison, 'waits')
  await hands.verify(administrator, server, chen)
  await liaison.goto(server.origin + paths.staff)
  await liaison.getByText(`请${li.name}`).first().waitFor()
  await look(liaison, 'waits-for-key')
  await lookInOthers(liaison, 'waits-for-key')

  await leader.goto(server.origin + paths.staff)
  await leader.getByRole('link', { name: '钥匙', exact: true }).click()
  await leader.getByRole('row', { name: chen.name }).getByRole('button', { name: '交钥匙' }).click()
  await leader.getByText('已交。').first().waitFor()
  await look(leader, 'handed-over')
  await liaison.goto(server.origin + paths.staff)
  await liaison.getByRole('heading', { name: '反映件' }).waitFor()
  desk = liaison.url()
  await look(liaison, 'empty-queue')
  await lookInOthers(liaison, 'empty-queue')
})

test('a code is minted, printed, tried by a phone and put in use', async () => {
  await administrator.goto(server.origin + paths.office)
  await administrator.getByRole('link', { name: '做码', exact: true }).click()
  await administrator.getByRole('row', { name: '青塘村' }).getByRole('link', { name: '做码' }).click()
  await press(administrator, '做码')
  await administrator.getByText('码做好了').waitFor()
  await look(administrator, 'minted')
  const notice = administrator.getByRole('link', { name: '打印公告' })
  token = /codes\/([0-9A-Z]{16})/.exec((await notice.getAttribute('href')) ?? '')?.[1] ?? ''
  expect(await administrator.getByRole('button', { name: '启用', exact: true }).isDisabled()).toBe(true)

  const phone = await stage.person()
  await phone.goto(server.origin + paths.code(token))
  await phone.getByText('试扫成功').waitFor()
  await look(phone, 'test-scan')

  await notice.click()
  await administrator.emulateMedia({ media: 'print' })
  await picture(administrator, 'road-notice')
  await administrator.emulateMedia({ media: 'screen' })
  await administrator.goBack()
  await administrator.getByRole('link', { name: '打印卡片' }).click()
  await administrator.emulateMedia({ media: 'print' })
  await picture(administrator, 'road-cards')
  await administrator.emulateMedia({ media: 'screen' })
  await administrator.goBack()
  await administrator.reload()
  await press(administrator, '启用')
  await administrator.getByText('已启用，可以张贴').waitFor()
})

test('a resident reports from a phone, with scripts and without', async () => {
  const phone = await stage.person()
  await phone.goto(server.origin + paths.printedCode(token))
  await phone.locator('#kind button').first().waitFor()
  await look(phone, 'landing')
  const { bytes: photo } = await phonePhoto(phone)
  await tell(phone, { text: words, photo })
  await look(phone, 'step-3')
  await send(phone)
  kept.scripted = await receipt(phone)
  await whole(phone)
  await look(phone, 'receipt')
  expect(await phone.context().cookies()).toEqual([])

  const old = await stage.person({ scripts: false })
  await old.goto(server.origin + paths.code(token))
  await look(old, 'plain-landing')
  await tellPlainly(old, {
    text: `${words}（老手机）`,
    reply: 'contactOnly',
    phone: '13900000011',
    afraid: true,
    photo,
  })
  await send(old)
  kept.plain = await receipt(old)
  await look(old, 'plain-receipt')
  expect(await old.context().cookies()).toEqual([])
})

test('the team reads, takes, accepts and asks', async () => {
  await liaison.goto(desk)
  const row = liaison.getByRole('row', { name: kept.plain.enquiryNumber.replace(/(...)/, '$1 ') })
  await row.getByText('去年的种粮补贴').waitFor()
  await look(liaison, 'queue')
  await liaison.keyboard.press('.')
  expect(await liaison.locator('.veiled').count()).toBe(1)
  await liaison.keyboard.press('.')

  for (const { enquiryNumber } of [kept.scripted, kept.plain]) {
    await team.openReport(liaison, desk, enquiryNumber)
    await liaison.getByRole('button', { name: '点开看', exact: true }).click()
    const photo = liaison.frameLocator('#files iframe').locator('img')
    await expect
      .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
  }
  await liaison.getByText('（老手机）').first().waitFor()
  await look(liaison, 'report')
  await team.accept(liaison, chen.name)
  await liaison.getByText('已受理，群众可以看到').waitFor()
  await team.startMove(liaison, '请补充')
  await hands.fillIn(liaison, { question: '补贴打到哪家银行的存折？' })
  await look(liaison, 'ask')
  await press(liaison, '问群众')
  await liaison.getByText('已问').waitFor()
})

test('the resident reads the question and answers it, on the phone without scripts', async () => {
  const old = await stage.person({ scripts: false })
  await lookUp(old, server.origin, kept.plain.code)
  await old.locator('#asked').getByText('补贴打到哪家银行的存折').waitFor()
  await look(old, 'plain-question')
  await old.locator('#more').fill(later)
  await old.locator('#add button[type=submit]').click()
  await old.getByText('补充的话收到了').waitFor()
  await look(old, 'plain-answered')
})

test('the team verifies and concludes, and the leader approves', async () => {
  await team.openReport(liaison, desk, kept.plain.enquiryNumber)
  await liaison.getByText(later).waitFor()
  await team.verifyFacts(liaison, chen.name, li.name)
  await liaison.getByText('核实中').first().waitFor()
  await team.enterResult(liaison, '查了发放表，漏了一户，已补报。')
  await liaison.getByText('已记入').waitFor()
  await team.conclude(liaison, answer, () => look(liaison, 'conclude'))
  await liaison.getByText(`已报 ${li.name} 审批`).waitFor()
  await look(liaison, 'proposed')

  await team.openReport(leader, desk, kept.plain.enquiryNumber)
  await leader.getByText(answer).first().waitFor()
  // Whoever approves is told what the writer was told.
  await leader.locator('#proposal [data-places]').getByText(/要看/).waitFor()
  await look(leader, 'approve')
  // What the check cannot read is not approved, and a check of other words does not stand in for it.
  const page = leader.url()
  const damaged = /(id="proposal"[\s\S]*?data-envelope=")[\w-]{9}/
  await leader.route(page, async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    expect(body).toMatch(damaged)
    // A page that comes from here comes from no address: Chromium lets no frame in it fetch from the loopback.
    const withoutFiles = body.replaceAll('data-file=', 'data-no-file=')
    await route.fulfill({ response, body: withoutFiles.replace(damaged, '$1AAAAAAAAA') })
  })
  await leader.reload()
  const { enquiryNumber } = kept.plain
  await leader
    .locator('#proposal')
    .getByText(`这一部分打不开，其余不受影响。编号 ${enquiryNumber}-toResident。`)
    .waitFor()
  await leader.locator('#message').fill('补贴打到哪家银行的存折，我们再问一次。')
  await leader.locator('#talk [data-places]').getByText(/要看/).waitFor()
  const yes = leader.getByRole('button', { name: '同意', exact: true })
  expect(await yes.isDisabled()).toBe(true)
  await leader.locator('#message').fill('')
  await leader.unroute(page)
  await leader.reload()
  await expect.poll(() => yes.isEnabled()).toBe(true)
  await press(leader, '同意')
  await leader.getByText('已办结').first().waitFor()
})

test('the resident reads the answer, with scripts and without', async () => {
  const old = await stage.person({ scripts: false, lang: 'en-GB' })
  await old.goto(`${server.origin}${paths.progress}?lang=en`)
  await old.locator('#code').fill(kept.plain.code)
  await old.locator('#ask button[type=submit]').click()
  await old.getByText(`It is done. ${answer}`).waitFor()
  await look(old, 'plain-done')

  const phone = await stage.person()
  await phone.goto(`${server.origin}${paths.progress}#${kept.plain.code}`)
  await phone.getByText(`已经办好。${answer}`).waitFor({ timeout: 20_000 })
  expect(phone.url()).not.toContain(kept.plain.code)
  await look(phone, 'done')
  expect(await phone.locator('main').innerText()).not.toMatch(/青塘|补贴没到手|种粮/)
})

test('somebody who signs out leaves nothing, and signs in again', async () => {
  await press(liaison, '退出')
  await liaison.waitForURL((url) => url.pathname.startsWith(paths.signIn))
  expect(await leftBehind(liaison)).toEqual({ keys: 0, person: null })
  await hands.signIn(liaison, server, chen)
  await liaison.getByRole('heading', { name: '反映件' }).waitFor()
})

/** What a browser still holds of somebody who was signed in. */
const leftBehind = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('mashang-desk')
        opening.onsuccess = () => {
          const counting = opening.result.transaction('keys').objectStore('keys').count()
          counting.onsuccess = () =>
            done({ keys: counting.result, person: localStorage.getItem('desk-person') })
        }
      }),
  )
