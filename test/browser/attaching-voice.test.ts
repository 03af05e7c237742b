import { chromium } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { LONGEST_RECORDING } from '../../src/files/kinds.ts'
import { findChromium, quiet } from '../../tools/chromium.mjs'
import { atTeam } from '../cast/at-team.ts'
import { mp4 } from '../samples/films.ts'
import { bytesOf, planting, uint32 } from '../samples/planting.ts'
import { samples } from '../samples/samples.ts'
import { silence } from '../samples/sounds.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { picture } from './chromium.ts'
import { openStep } from './drafting.ts'
import { receipt, send } from './resident-hands.ts'
import { added, choose, lines, paper, toFiles, whole } from './with-files.ts'

const { stage, played, landing } = atNotice()

const soundOf = (kind: string) => samples.find((sample) => sample.kind === kind)?.bytes ?? paper

/** What an old phone's recorder makes; what is in it no browser plays. */
function recorded(seconds: number) {
  const bytes = mp4(planting(), { brand: '3gp4', places: false, pictures: false })
  const length = Buffer.from(bytes).indexOf('mvhd') + 20
  bytes.set(uint32(seconds * 1000), length)
  return bytes
}

describe('a voice', () => {
  /** A browser with a microphone that hums, or that nobody lets it hear. */
  async function heard(args: string[]) {
    const browser = await chromium.launch({
      executablePath: findChromium({ prompts: true }) ?? '',
      chromiumSandbox: false,
      args: [...quiet, '--use-fake-device-for-media-stream', ...args],
    })
    ending.push(() => browser.close())
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
    await toFiles(page, landing())
    await page.getByRole('button', { name: '录一段话' }).click()
    return page
  }
  const ending: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ending.splice(0)) await end()
  })

  test('is recorded by whoever agrees, heard, recorded again, and arrives; words are not asked for', async () => {
    const page = await heard(['--use-fake-ui-for-media-stream'])
    const told = page.getByText('录音能听出是谁。您反映的人和单位都听不到，写成文字后再用。')
    await told.filter({ visible: true }).waitFor()
    await page.getByRole('button', { name: '开始录' }).click()
    await page.getByText('先点“我同意留下录音”。').waitFor()
    await picture(page, 'attaching-voice')
    expect(await barriers(page)).toEqual([])
    await page.locator('label.pick:has(#voice-consent)').click()
    await page.getByRole('button', { name: '开始录' }).click()
    await page.getByText('正在录，2 秒').waitFor()
    await picture(page, 'attaching-recording')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: '停', exact: true }).click()
    await lines(page).getByText('录音 1').waitFor()
    await lines(page).getByRole('button', { name: '听一遍' }).click()
    await lines(page).getByRole('button', { name: '停', exact: true }).waitFor()
    await page.clock.install()
    await lines(page).getByRole('button', { name: '重录' }).click()
    await page.getByText('正在录，1 秒').waitFor()
    await page.clock.runFor((LONGEST_RECORDING - 10) * 1000)
    expect(await lines(page).count()).toBe(0)
    // It stops by itself when as much has been said as one may last.
    await page.clock.runFor(15_000)
    await lines(page).getByText('录音 1').waitFor()
    await picture(page, 'attaching-recorded')
    await openStep(page, 3)
    await send(page)
    const { enquiryNumber } = await receipt(page)
    await whole(page)
    const { body, files } = await atTeam(played.place, enquiryNumber)
    expect(body).toMatchObject({ text: '', files: 'voice' })
    expect(files).toMatchObject([{ kind: 'voice', state: 'whole', manifest: { type: 'audio/webm' } }])
    expect(files[0]?.content?.length).toBeGreaterThan(500)
  })

  test('that the browser is not let hear can be chosen instead', async () => {
    const page = await heard(['--deny-permission-prompts'])
    await page.locator('label.pick:has(#voice-consent)').click()
    await page.getByRole('button', { name: '开始录' }).click()
    await page.getByText('没有开麦克风。可以选录好的，也可以请我们打电话。').waitFor()
    await added(page, 'voice', soundOf('mp3'))
    await lines(page).getByText('录音 1').waitFor()
  })

  test('where no page can record, is recorded with the phone’s own app, in parts of three minutes', async () => {
    const page = await stage.person()
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'MediaRecorder'))
    await toFiles(page, landing())
    await page.getByRole('button', { name: '录一段话' }).click()
    await page.getByText('这里不能录。请用手机自带的录音机录好，再点“选录音”。').waitFor()
    expect(await page.getByRole('button', { name: '开始录' }).isVisible()).toBe(false)
    await page.locator('label.pick:has(#voice-consent)').click()
    await choose(page, 'voice', silence(200))
    const tooLong = page.getByText('这段录音超过 3 分钟。请分成几段录，每段不超过 3 分钟，最多 3 段。')
    await tooLong.waitFor()
    expect(await lines(page).count()).toBe(0)
    await picture(page, 'attaching-too-long')
    for (const sound of [silence(180), soundOf('amr')]) await added(page, 'voice', sound)
    expect(await tooLong.isVisible()).toBe(false)
    // What no browser plays is counted by its frames.
    await choose(page, 'voice', bytesOf('#!AMR\n', new Uint8Array(9051).fill(0x7c)))
    await tooLong.waitFor()
    expect(await lines(page).count()).toBe(2)
    await added(page, 'voice', bytesOf('#!AMR\n', new Uint8Array(9050).fill(0x7c)))
    await lines(page).getByRole('button', { name: '不要这个' }).first().click()
    // Or by what it says.
    await choose(page, 'voice', recorded(182))
    await tooLong.waitFor()
    await added(page, 'voice', recorded(181))
  })
})
