import { cpus } from 'node:os'
import { chunks } from './chunks.ts'
import { type Figure, heading, jsonOf, lineOf } from './figure.ts'
import { flood } from './flood.ts'
import { onDisk } from './folders.ts'
import { formUsable } from './form-usable.ts'
import { importTenThousand } from './import-10k.ts'
import { intake, intakeWithoutScripts } from './intake.ts'
import { memory } from './memory.ts'
import { openFifty } from './open-50.ts'
import { pageWeight } from './page-weight.ts'
import { photosOnWeakNetwork } from './photos-400k.ts'
import { queueMillion, queueTenThousand } from './queue.ts'
import { resealTenThousand } from './reseal-10k.ts'
import { sendReceipt } from './send-receipt.ts'
import { sheetThousand } from './sheet-1000.ts'
import { clearAway } from './stage.ts'
import { start } from './start.ts'
import { uploadTenMegabytes } from './upload-10mb.ts'
import { workerBundle } from './worker-bundle.ts'

/** Every row by its name, in the order of the budgets. A row may bring others that explain it. */
const rows: Record<string, () => Promise<Figure[]>> = {
  'page-weight': pageWeight,
  'form-usable': formUsable,
  'send-receipt': sendReceipt,
  intake,
  'intake-noscript': intakeWithoutScripts,
  'queue-10k': queueTenThousand,
  'queue-1m': queueMillion,
  'open-50': openFifty,
  'reseal-10k': resealTenThousand,
  'import-10k': importTenThousand,
  'upload-10mb': uploadTenMegabytes,
  'photos-400k': photosOnWeakNetwork,
  chunks,
  flood,
  start,
  memory,
  'sheet-1000': sheetThousand,
  'worker-bundle': workerBundle,
}

async function main(asked: readonly string[]): Promise<boolean> {
  const names = asked.filter((word) => word !== '--json')
  const json = names.length < asked.length
  const unknown = names.filter((name) => !rows[name])
  if (unknown.length > 0) {
    process.stderr.write(`No row ${unknown.join(', ')}. Rows: ${Object.keys(rows).join(', ')}; and --json.\n`)
    return false
  }
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}`
  if (json) tell(machine)
  else for (const line of [machine, heading()]) say(line)

  let kept = true
  for (const [name, measure] of Object.entries(rows)) {
    if (names.length > 0 && !names.includes(name)) continue
    try {
      const figures = await measure()
      for (const figure of figures) say(json ? jsonOf(figure) : lineOf(figure))
      kept &&= figures.every(({ ok }) => ok)
    } catch (fault) {
      tell(`${name} could not be measured: ${fault instanceof Error ? fault.stack : fault}`)
      kept = false
    }
  }
  return kept
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void clearAway().finally(() => process.exit(1)))
}
onDisk()
main(process.argv.slice(2))
  .then((kept) => {
    process.exitCode = kept ? 0 : 1
  })
  .finally(clearAway)
