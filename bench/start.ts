import { spawnSync } from 'node:child_process'
import { atMost, type Figure } from './figure.ts'
import { inFolder } from './folders.ts'
import { end, startProduct } from './process.ts'
import { median, timed } from './spread.ts'

const STARTS = 5

/** From the start of the process to the first answer of /healthz: on an empty folder, and then on its own data. */
export async function start(): Promise<Figure[]> {
  const first: number[] = []
  const later: number[] = []
  for (let n = 0; n < STARTS; n++) {
    await inFolder(async (folder) => {
      for (const times of [first, later]) {
        const { child, seconds } = await startProduct(folder)
        await end(child)
        times.push(seconds)
      }
    })
  }
  const bare: number[] = []
  for (let n = 0; n < STARTS; n++) bare.push(await timed(() => spawnSync(process.execPath, ['-e', '0'])))
  const limit = median(bare) / 1000
  return [
    atMost(0.7, { name: 'start', value: median(later), unit: 's', limit }),
    atMost(0.7, { name: 'start-first', value: median(first), unit: 's', limit }),
  ]
}
