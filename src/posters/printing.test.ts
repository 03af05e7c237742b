import { beforeEach, describe, expect, it } from 'vitest'
import { makeCode, makeRound, teamFields } from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { offices } from '../office/tables.ts'
import { paths } from '../paths.ts'
import { signCertificate } from '../sealing/certificates.ts'
import { importSigning } from '../sealing/open.ts'
import { makeSigningKeys } from '../sealing/suite.ts'
import { findCode } from './store.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let ids: Awaited<ReturnType<typeof makeRound>>
beforeEach(async () => {
  at = await openOfficeDesk()
  ids = await makeRound(at.db)
})

describe('what is printed', () => {
  it('is the notice, four ways before the code, and as many sheets as there are', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    const one = await (await at.get(paths.printNotice(token))).text()
    expect(one.match(/class="sheet notice/g)).toHaveLength(1)
    const order = [
      '中共岚川市委第二巡察组',
      '青塘村的事，请跟巡察组讲',
      '① 打电话',
      '② ',
      '③ ',
      '④ ',
      '<svg',
      '公告号 123450</fig',
    ]
    const places = order.map((words) => one.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(one).toContain('村里、镇里看不到')
    expect(one).toContain(teamFields.phone)
    expect(one.match(/<span>便民反映<\/span>/g)).toHaveLength(8)
    const all = await (await at.get(`${paths.printNotice(token)}?sheets=all`)).text()
    expect(all.match(/class="sheet notice/g)).toHaveLength(3)
    expect(all).toContain('第 03 张')
  })

  it('says until when with the year, if it is another, and never breaks a line inside the hours', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    const html = await (await at.get(paths.printNotice(token))).text()
    expect(html).toContain('收到 2027年1月5日（星期二）为止')
    expect(html).toContain(
      '（<span class="unbroken">工作日 </span><span class="unbroken">8:30–17:30</span>）',
    )
    const dates = { title: '另一轮', intakeClosesOn: '2026-12-20' }
    const other = await makeRound(at.db, { round: dates, unit: { name: '禾仓村' } })
    const soon = await makeCode(at.db, at.office, other, '987657')
    const page = await (await at.get(paths.printNotice(soon.token))).text()
    expect(page).toContain('收到 12月20日（星期日）为止')
  })

  it('has the second address under the first, once the root has signed it, and none that somebody wrote', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    const stranger = await importSigning((await makeSigningKeys()).privateKey)
    const origin = 'https://fanying.example.org'
    const write = (secondAddress: string) => at.db.update(offices).set({ secondAddress })
    const printed = async (address: string) => (await at.get(address)).text()
    const papers = [paths.printNotice(token), paths.printRound(ids.roundId)]
    for (const forged of [
      origin,
      await signCertificate('secondAddress', { origin }, stranger),
      await signCertificate('address', { origin }, at.office.signer),
    ]) {
      await write(forged)
      for (const paper of papers) {
        const html = await printed(paper)
        expect(html).toContain('<b>sc.example.cn</b>')
        expect(html).not.toContain('<b>fanying.example.org</b>')
        // The browser is shown what was written, and refuses.
        expect(html).toContain(`data-second="${forged}"`)
      }
    }
    const signed = await signCertificate('secondAddress', { origin }, at.office.signer)
    await write(signed)
    for (const paper of papers) {
      const html = await printed(paper)
      const line =
        '② 手机上打开 <b>sc.example.cn</b><br/>或\u00a0<b>fanying.example.org</b><br/>写公告号 <b>123450</b>'
      expect(html).toContain(line)
      expect(html).toContain(`data-second="${signed}"`)
    }
    expect(await printed(`${papers[0]}?in=en`)).toContain(
      '<br/>or\u00a0<b>fanying.example.org</b><br/>on a phone',
    )
    expect(await printed(paths.printCards(token))).not.toContain('fanying.example.org')
  })

  it('speaks of cards on the page of cards', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    const words = await wordsOf(at.get(paths.printCards(token)))
    expect(words).toContain('卡片先别发。')
    expect(words).toContain('英文卡片')
    expect(words).not.toContain('英文公告')
    expect(await wordsOf(at.get(`${paths.printCards(token)}?in=en`))).toContain('中文卡片')
  })

  it('is ten cards that name neither unit nor inspection', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    const html = await (await at.get(paths.printCards(token))).text()
    const sheets = html.split('class="sheet cards"').slice(1).join('')
    expect(sheets.match(/class="card"/g)).toHaveLength(20)
    expect(sheets).not.toMatch(/青塘村|巡察/)
  })

  it('is the bare code as SVG and PNG, and another number of sheets', async () => {
    const { token } = await makeCode(at.db, at.office, ids)
    const svg = await at.get(paths.codeSvg(token))
    expect(svg.headers.get('Content-Type')).toBe('image/svg+xml')
    expect(svg.headers.get('Content-Disposition')).toBe('attachment; filename="123450.svg"')
    expect(await svg.text()).toMatch(/^<svg /)
    const png = new Uint8Array(await (await at.get(paths.codePng(token))).arrayBuffer())
    expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47])
    expect((await at.post(paths.codeSheets(token), { sheets: '0' })).status).toBe(422)
    await at.post(paths.codeSheets(token), { sheets: '12' })
    expect((await findCode(at.db, token))?.code.sheets).toBe(12)
  })
})
