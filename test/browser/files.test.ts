import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { base64url, sameBytes } from '../../src/sealing/bytes.ts'
import { signIn } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { fileOf, openAtDesk, type Sender, speakOf } from '../cast/sending.ts'
import { said } from '../cast/words.ts'
import { atNotice } from './at-notice.ts'
import { type Errands, patternOf } from './send-in-page.ts'

const { stage, played } = atNotice()
const LENGTH = 3_000_000

let script = ''
beforeAll(async () => {
  const entryPoints = ['test/browser/send-in-page.ts']
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife' })
  script = outputFiles[0]?.text ?? ''
})

declare const errands: Errands

/** Begins to send, in a page of ours and under its policy. */
async function begin(page: Page, { report, dek, right, files: [file] }: Sender) {
  await page.goto(played.origin + paths.gone)
  await page.evaluate(script)
  const errand = {
    report,
    to: paths.sentFiles(report),
    id: file?.id ?? '',
    length: LENGTH,
    dek: base64url(dek),
    right: base64url(right),
  }
  return page.evaluate((errand) => errands.send(errand), errand)
}

test('a file of 3 MB arrives whole though the line is cut twice and the tab is killed, and the team opens it', async () => {
  const file = { ...fileOf(1, 'video'), content: new Blob([patternOf(LENGTH)]) }
  const sender = await speakOf(played.place, played.codes[0]?.token ?? '', said.road, [file])

  const asked: string[] = []
  const page = await stage.person()
  await page.context().route('**/files/**', async (route) => {
    const request = route.request()
    asked.push(`${request.method()} ${request.url().split('/').at(-1)}`)
    // The third never leaves, the sixth arrives and its answer is lost.
    if (asked.length === 3) return route.abort()
    if (asked.length !== 6) return route.continue()
    await route.fetch()
    return route.abort()
  })
  const killed = begin(page, sender).catch(() => undefined)
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBeGreaterThan(8)
  const before = asked.length
  await page.close()
  await killed
  const waits = asked.slice(0, before)
  expect(waits.filter((one) => one === waits[2])).toHaveLength(2)
  expect(waits.filter((one) => one === waits[5])).toHaveLength(2)

  const again = await page.context().newPage()
  const { sent, told } = await begin(again, sender)
  expect(sent).toBe('whole')
  expect(told[0]?.sent).toBeGreaterThanOrEqual(5)
  expect(told.at(-1)).toMatchObject({ sent: 13, of: 13 })
  // What had arrived was not sent again: twelve chunks and a manifest, two of them twice, one perhaps cut by the kill.
  expect(asked.filter((one) => one.startsWith('PUT')).length).toBeLessThanOrEqual(16)

  const { username, password } = players.chen
  const liaison = await signIn(played.place, username, password)
  const { manifest, content } = await openAtDesk(played.place, liaison, sender.enquiryNumber, file.id)
  expect(manifest).toMatchObject({ name: '塌方.mp4', type: 'video/mp4', length: LENGTH })
  expect(sameBytes(content, patternOf(LENGTH))).toBe(true)
})
