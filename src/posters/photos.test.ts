import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, hand, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { greyJpeg, plantJpeg } from '../../test/samples/pictures.ts'
import { planting, wordsIn } from '../../test/samples/planting.ts'
import { clean } from '../cleaning/clean.ts'
import { runDaily } from '../daily.ts'
import { paths } from '../paths.ts'
import { rounds } from '../rounds/tables.ts'
import { base64url } from '../sealing/bytes.ts'
import { markTested, openCodes } from './moving.ts'
import { sheetPhotos } from './tables.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let token: string
beforeEach(async () => {
  at = await openOfficeDesk()
  const ids = await makeRound(at.db)
  await giveKeys(at.db, at.office, ids)
  ;({ token } = await makeCode(at.db, at.office, ids, '123450'))
  await markTested(at.db, token, at.clock.now())
  await openCodes(at.db, [token], hand)
})

const frame = greyJpeg(8, 8, '').length
/** As a browser draws it, and told from another by its only grey. */
const jpeg = (mark: number, length = 1000) => greyJpeg(8, 8, new Uint8Array(length - frame).fill(mark))
/** Without what the cleaner takes out of every JPEG. */
const asKept = (photo: Uint8Array<ArrayBuffer>) => {
  const cleaned = clean(photo, 'photo')
  if ('refused' in cleaned) throw new Error(cleaned.refused)
  return cleaned.bytes
}
const check = (fields: Record<string, string>) => at.post(paths.sheet(token, '1'), fields)
const post = (photo?: Uint8Array<ArrayBuffer>) =>
  check({ move: 'post', place: '村委会', on: '2026-11-23', ...(photo ? { photo: base64url(photo) } : {}) })
const good = (photo: Uint8Array<ArrayBuffer>) => check({ move: 'good', photo: base64url(photo) })
const seen = () => at.get(paths.sheetPhoto(token, '1'))
const page = () => at.get(`${paths.checkSheets}?number=123450&sheet=1`)
const kept = () => at.db.select().from(sheetPhotos)
const bytesOf = async (answer: Response | Promise<Response>) =>
  new Uint8Array(await (await answer).arrayBuffer())
const tomorrow = () => at.clock.set(new Date(at.clock.now().getTime() + 86_400_000))

describe('a photo of a sheet', () => {
  it('is kept with the check and shown on its page, as a picture and nothing else', async () => {
    expect((await seen()).status).toBe(404)
    expect(await wordsOf(page())).not.toContain('拍的照片')
    expect((await post(jpeg(1))).status).toBe(303)
    const answer = await seen()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('image/jpeg')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await bytesOf(answer)).toEqual(asKept(jpeg(1)))
    expect(await (await page()).text()).toContain(`<img src="${paths.sheetPhoto(token, '1')}"`)
    expect(await wordsOf(page())).toContain('11月24日（星期二）拍的照片')
  })

  it('tells nothing of who took it, whatever the browser left in it', async () => {
    const planted = planting()
    expect((await post(plantJpeg(jpeg(1), planted))).status).toBe(303)
    expect(wordsIn(await bytesOf(seen()), planted.marks)).toEqual([])
  })

  it('is nobody’s who is not signed in', async () => {
    await post(jpeg(1))
    const answer = await at.app.request(paths.sheetPhoto(token, '1'))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('Content-Type')).not.toBe('image/jpeg')
  })

  it('is replaced by the next check’s, and the old one erased the day after', async () => {
    await post(jpeg(1))
    const [first] = await kept()
    await good(jpeg(2))
    expect(await bytesOf(seen())).toEqual(asKept(jpeg(2)))
    tomorrow()
    await runDaily(at.house)
    expect(await kept()).toHaveLength(1)
    expect(await at.house.blobs.get(first?.name ?? '')).toBeUndefined()
  })

  it('stays when a check has none', async () => {
    await post(jpeg(1))
    await check({ move: 'good' })
    expect(await bytesOf(seen())).toEqual(asKept(jpeg(1)))
  })

  it.each([
    ['no picture', base64url(new Uint8Array(100))],
    ['cut off', base64url(jpeg(1).subarray(0, 500))],
    ['too long', base64url(jpeg(1, 500 * 1024 + 1))],
    ['no base64', '<svg onload=alert(1)>'],
    ['nothing', ''],
  ])('is refused when it is %s, and nothing is recorded', async (_, photo) => {
    const answer = await check({ move: 'post', place: '村委会', on: '2026-11-23', photo })
    expect([answer.status, await wordsOf(answer)]).toEqual([422, expect.stringContaining('这张照片打不开')])
    expect(await kept()).toEqual([])
    expect(await wordsOf(page())).toContain('○ 没贴')
  })

  it('may have the length a browser keeps to', async () => {
    expect((await post(jpeg(1, 500 * 1024))).status).toBe(303)
  })

  it('counts for nothing when the check does not, and is erased', async () => {
    await post(jpeg(1))
    expect((await post(jpeg(2))).status).toBe(409)
    expect(await bytesOf(seen())).toEqual(asKept(jpeg(1)))
    tomorrow()
    await runDaily(at.house)
    expect(await kept()).toHaveLength(1)
  })

  it('is erased when the round is archived', async () => {
    await post(jpeg(1))
    const [first] = await kept()
    await at.db.update(rounds).set({ stage: 'archived' })
    await runDaily(at.house)
    tomorrow()
    await runDaily(at.house)
    expect(await kept()).toEqual([])
    expect(await at.house.blobs.get(first?.name ?? '')).toBeUndefined()
  })
})
