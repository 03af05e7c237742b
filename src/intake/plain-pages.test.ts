import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openVillage } from '../../test/cast/village.ts'
import { openTestHouse } from '../../test/house.ts'
import { paths } from '../paths.ts'

describe('before there is an office', () => {
  it('the pages are there and name no number to call', async () => {
    const { app } = await openTestHouse()
    for (const path of [paths.front, paths.safer, paths.use, paths.gone, paths.progress]) {
      const response = await app.request(path)
      expect(response.status, path).toBe(200)
      expect(await response.text(), path).not.toContain('tel:')
    }
    const missing = await app.request('/nowhere')
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('没有这个网页。请重新扫码。')
  })
})

describe('text size', () => {
  const rows = (html: string) => html.match(/<p class="choices"[^>]*>.*?<\/p>/gs) ?? []
  const row = (html: string) => rows(html)[0] ?? ''

  it('and language can be changed on every page that has an address', async () => {
    const { app, db, get, token } = await openVillage()
    const pages = [paths.gone, paths.code('0000000000000000'), '/nowhere', '//nowhere', paths.progressMessage]
    const code = await (await get(paths.code(token))).text()
    for (const path of pages) {
      const html = await (await app.request(`http://localhost${path}`)).text()
      expect(row(html), path).toContain(`href="${path.replace('//', '/')}?size=large"`)
      const languages = rows(html)[1]
      expect(languages, path).toContain(`href="${path.replace('//', '/')}?lang=en"`)
      expect(languages, path).toContain(`href="${path.replace('//', '/')}?lang=zh-Hant"`)
      expect(rows(html).join('').match(/<a /g)?.length).toBe(rows(code).join('').match(/<a /g)?.length)
    }
    db.select = () => {
      throw new Error('broken')
    }
    expect(row(await (await get(paths.front)).text())).toContain('href="/?size=largest"')
  })

  it('is three buttons for the script on a page that answers a post, and no language', async () => {
    const { postForm, sealInBrowser, postJson, token } = await openVillage()
    const { post, code } = await sealInBrowser()
    const receipt = await postJson(post)
    const answer = await postForm(`${paths.progress}?size=large`, { code })
    const mistakes = await postForm(paths.code(token), {})
    for (const page of [receipt, answer, mistakes]) {
      const html = row(await page.text())
      expect(html).toMatch(/^<p class="choices" data-sizes="true" hidden="">/)
      expect(html.match(/<button type="button" data-to-size="\w+"/g)).toHaveLength(3)
      expect(html).not.toMatch(/<a |English/)
    }
  })
})

describe('the front page', () => {
  it('says nothing about inspection before it is asked', async () => {
    const { get } = await openVillage()
    const html = await (await get('/')).text()
    expect(html).toContain('您要做什么？')
    expect(html).not.toContain('巡察')
  })

  it('leads on by the number on the paper, typed in any way', async () => {
    const { get } = await openVillage()
    const response = await get(`/?lang=en&number=${encodeURIComponent('１２３ ４５０')}`)
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/p/123450?lang=en')
  })

  it.each([
    ['', 422, '公告号是 6 个数字，请照着纸再看看。'],
    ['12345', 422, '公告号是 6 个数字，请照着纸再看看。'],
    ['999999', 404, '没有这个公告号。请再看一遍，或打 0000-6123400。'],
  ])('keeps the number %j and says what is wrong with it', async (number, status, sentence) => {
    const { get } = await openVillage()
    const response = await get(`/?number=${number}`)
    const html = await response.text()
    expect(response.status).toBe(status)
    expect(html).toContain(sentence)
    expect(html).toContain(`value="${number}"`)
  })
})

describe('faults', () => {
  it('say whom to call, in the reader’s language, and carry a number for us', async () => {
    const { app, get, complaints, db } = await openVillage()
    expect(await (await get('/nowhere?lang=en')).text()).toContain(
      'No such page. Scan again, or call 0000-6123400.',
    )
    expect(await (await get('/nowhere')).text()).toContain('<a class="btn go" href="tel:00006123400">')
    await db.run(sql`alter table offices rename to elsewhere`)
    const response = await app.request(paths.front)
    const html = await response.text()
    expect(response.status).toBe(500)
    const [, reference = '-'] = html.match(/编号 ([\w-]{8})。/) ?? []
    expect(complaints.join()).toContain(reference)
    expect(complaints.join()).not.toContain('offices')
    expect(html).not.toContain('offices')
  })

  it('refuse a post that another site caused, and say where the words still are', async () => {
    const { app, token } = await openVillage()
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/x-www-form-urlencoded' }
    const response = await app.request(paths.code(token), { method: 'POST', headers, body: 'text=x' })
    expect(response.status).toBe(403)
    const html = await response.text()
    expect(html).toContain('打开的方法不对，请重新扫码。')
    expect(html).toContain('请按“返回”，您写的还在。')
  })
})

it('how long names are kept is what the rule says', async () => {
  const { get } = await openVillage()
  expect(await (await get(paths.use)).text()).toContain('有答复 180 天后删掉')
})
