import { describe, expect, test } from 'vitest'
import { founded, keepers, openFounded } from '../../test/cast/founded.ts'
import { players } from '../../test/cast/people.ts'
import { takeSeat } from '../../test/cast/seat.ts'
import { openTestHouse } from '../../test/house.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { base64url, fromBase64url, random } from '../sealing/bytes.ts'
import { hasGoodCheckDigit } from '../sealing/digits.ts'
import { openRecovery } from '../sealing/open.ts'
import { readSheet, type Sheet } from '../sealing/recovery.ts'
import { grants, memberships, people } from '../staff/tables.ts'
import { makeOffice } from './found.client.ts'
import { theOffice } from './store.ts'
import { offices } from './tables.ts'

const { zhou } = players

const office = {
  fullName: '中共岚川市委巡察工作领导小组办公室',
  shortName: '岚川市委巡察办',
  jurisdiction: '岚川市',
  letterCode: '岚巡办函',
  level: 'county',
  superiorName: '',
  superiorPhone: '',
  phone: '0700-5550110',
  hours: '工作日 8:30–17:30',
  publicUrl: 'https://sc.example.cn/',
}
/** As its browser makes it for the address that is typed. */
const elsewhere = makeOffice({ ...zhou, origin: 'https://sc.example.cn' })

async function openEmpty() {
  const opened = await openTestHouse()
  const seat = takeSeat(opened.app.request)
  const address = `${paths.setup}?secret=${opened.house.setupSecret}`
  const whole = { ...(await elsewhere).posted, office, keepers }
  return { ...opened, seat, address, whole }
}

describe('set-up', () => {
  test('is not there without its secret', async () => {
    const { seat, whole } = await openEmpty()
    for (const address of [paths.setup, `${paths.setup}?secret=`, `${paths.setup}?secret=wrong`]) {
      expect((await seat.get(address)).status).toBe(404)
      expect((await seat.ask(address, whole)).status).toBe(404)
    }
  })

  test('is not there a second time', async () => {
    const { seat, address, whole, db } = await openEmpty()
    expect((await seat.get(address)).status).toBe(200)
    expect((await seat.ask(address, whole)).status).toBe(204)
    expect((await seat.get(address)).status).toBe(404)
    expect((await seat.ask(address, whole)).status).toBe(404)
    expect(await db.select().from(offices)).toHaveLength(1)
  })

  test('makes one office when two windows finish at once', async () => {
    const { seat, address, whole, db } = await openEmpty()
    const answers = await Promise.all([seat.ask(address, whole), seat.ask(address, whole)])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
    expect(await db.select().from(people)).toHaveLength(1)
  })

  test('keeps the office, its first administrator and what was sealed to them, and says so in the log', async () => {
    const { db } = await openFounded()
    expect(await theOffice(db)).toMatchObject({ shortName: '岚川市委巡察办', publicUrl: 'http://localhost' })
    expect(await db.select().from(memberships)).toMatchObject([{ team: 'office', roles: 'office' }])
    expect((await db.select().from(grants)).map(({ kind }) => kind).sort()).toEqual(['box', 'root'])
    expect(await listSteps(db, 'office')).toMatchObject([{ move: 'setUp', position: 1 }])
  })

  test('takes the slash from the end of the address that is printed', async () => {
    const { seat, address, whole, db } = await openEmpty()
    await seat.ask(address, whole)
    expect((await theOffice(db)).publicUrl).toBe('https://sc.example.cn')
  })

  test.each(['HTTPS://SC.Example.cn', 'https://sc.example.cn:443/'])(
    'stores the address as it was signed, however it was typed: %s',
    async (publicUrl) => {
      const { seat, address, whole, db } = await openEmpty()
      expect((await seat.ask(address, { ...whole, office: { ...office, publicUrl } })).status).toBe(204)
      expect((await theOffice(db)).publicUrl).toBe('https://sc.example.cn')
    },
  )

  test('prints who made the recovery sheets and when', async () => {
    const { seat, address } = await openEmpty()
    const html = await (await seat.get(address)).text()
    expect(html.match(/<span data-fill="office"><\/span> · \d{4}年\d+月\d+日（星期.）做/g)).toHaveLength(3)
  })

  test.each([
    ['two sheets with one keeper', { keepers: keepers.map((one) => ({ ...one, keeper: '周明' })) }],
    ['two keepers', { keepers: keepers.slice(1) }],
    ['a web address with a path', { office: { ...office, publicUrl: 'https://sc.example.cn/mashang' } }],
    [
      'another address than the one that was signed',
      { office: { ...office, publicUrl: 'https://evil.example' } },
    ],
    ['no name', { office: { ...office, fullName: ' ' } }],
    ['another root than the one that signed', { root: base64url(Uint8Array.of(4, ...random(64))) }],
    ['nothing sealed', { grants: { root: '', box: '' } }],
  ])('stores nothing with %s', async (_, change) => {
    const { seat, address, whole, db } = await openEmpty()
    expect((await seat.ask(address, { ...whole, ...change })).status).toBe(422)
    for (const table of [offices, people, memberships, grants])
      expect(await db.select().from(table)).toEqual([])
    expect(await listSteps(db, 'office')).toEqual([])
  })

  test('shows every step on one page, and no squares that are already filled', async () => {
    const { seat, address } = await openEmpty()
    const html = await (await seat.get(address)).text()
    for (const head of ['开始前', '办公室', '您的账号', '打印恢复凭证', '核对', '封存', '完成']) {
      expect(html).toContain(`>${head}</h1>`)
    }
    expect(html).toContain('请巡察办的同志本人操作，技术人员请离开屏幕。')
    expect(html).toContain('丢一份不要紧，马上用另外两份重做一套。')
    expect(html).not.toMatch(/<b>\d<\/b>/)
    for (const word of ['公钥', '密钥', '证书']) expect(html).not.toContain(word)
  })
})

describe('the recovery sheets', () => {
  test('are three, of five rows of twenty digits each', async () => {
    const { sheets } = await founded
    expect(sheets.map((rows) => rows.length)).toEqual([5, 5, 5])
    for (const row of sheets.flat()) expect(row.length === 20 && hasGoodCheckDigit(row)).toBe(true)
  })

  test('open everything any two together, and nothing alone', async () => {
    const { sheets, posted } = await founded
    const read = sheets.map((rows) => readSheet(rows)).filter((sheet): sheet is Sheet => sheet !== undefined)
    const bundle = fromBase64url(posted.recoveryBundle)
    for (const sheet of read) {
      await expect(openRecovery([sheet], bundle)).rejects.toThrow('did not open')
      const others = read.filter((other) => other !== sheet)
      expect((await openRecovery(others, bundle)).root.length).toBeGreaterThan(100)
    }
  })

  test('never reach the server, nor do password and recovery code', async () => {
    const { sheets, recoveryCode, posted } = await founded
    const sent = JSON.stringify(posted)
    for (const secret of [...sheets.flat(), recoveryCode, recoveryCode.slice(0, 20), zhou.password]) {
      expect(sent).not.toContain(secret)
    }
  })
})
