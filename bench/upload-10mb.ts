import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { base64url } from '../src/sealing/bytes.ts'
import { type Errands, patternOf } from '../test/browser/send-in-page.ts'
import { fileOf, speakOf } from '../test/cast/sending.ts'
import { said } from '../test/cast/words.ts'
import { newcomer } from './browser.ts'
import { atMost, type Figure } from './figure.ts'
import { residentMB } from './memory.ts'
import { theOffice } from './office.ts'
import { median, quantile } from './spread.ts'
import { afterwards } from './stage.ts'

const LENGTH = 10_000_000
const FILES = 3

declare const errands: Errands

/**
 * A file of 10 MB is sealed and sent by one browser, beside the same bytes posted as they are; and what the server
 * holds meanwhile.
 */
export async function uploadTenMegabytes(): Promise<Figure[]> {
  const { place, origin, token, pid } = await theOffice()
  const entryPoints = ['test/browser/send-in-page.ts']
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  })
  const script = outputFiles[0]?.text ?? ''
  const bare = await startBare()
  const [took, posted, held]: number[][] = [[], [], []]
  for (let n = 0; n <= FILES; n++) {
    const file = { ...fileOf(1, 'video'), content: new Blob([patternOf(LENGTH)]) }
    const { report, dek, right } = await speakOf(place, token, said.road, [file])
    const errand = {
      report,
      to: paths.sentFiles(report),
      id: file.id,
      length: LENGTH,
      dek: base64url(dek),
      right: base64url(right),
    }
    const rest = residentMB(pid)
    let peak = rest
    const watch = setInterval(() => {
      peak = Math.max(peak, residentMB(pid))
    }, 20)
    const sent = await newcomer('phone', async (page) => {
      await page.goto(origin + paths.gone)
      await page.evaluate(script)
      return page.evaluate((errand) => errands.send(errand), errand)
    })
    clearInterval(watch)
    if (sent.sent !== 'whole') throw new Error(`10 MB were ${sent.sent}`)
    // The first warms up.
    if (n === 0) continue
    took?.push(sent.took / 1000)
    held?.push(peak - rest)
    posted?.push((await newcomer('phone', (page) => postBare(page, bare))) / 1000)
  }
  return [
    atMost(4, { name: 'upload-10mb', value: median(took ?? []), unit: 's', limit: median(posted ?? []) }),
    atMost(32, { name: 'upload-10mb-memory', value: quantile(held ?? [], 1), unit: 'MB more' }),
  ]
}

/** A server that reads what it is sent and keeps nothing. */
async function startBare(): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html')
    request.resume().once('end', () => response.end('<!doctype html>'))
  })
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  afterwards(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function postBare(page: Page, address: string): Promise<number> {
  await page.goto(address)
  return page.evaluate(async (length) => {
    const body = new Blob([new Uint8Array(length)])
    const began = performance.now()
    await (await fetch('/', { method: 'POST', body })).text()
    return performance.now() - began
  }, LENGTH)
}
