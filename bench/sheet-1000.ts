import { createRequire } from 'node:module'
import { paths } from '../src/paths.ts'
import { mintCode } from '../src/posters/mint.client.ts'
import { keepCodes, type Made } from '../src/posters/moving.ts'
import { assignments } from '../src/rounds/tables.ts'
import { createUnit } from '../src/rounds/units.ts'
import { fromBase64url } from '../src/sealing/bytes.ts'
import { noticeNumber as completed } from '../src/sealing/notice-number.ts'
import { addressSegments } from '../src/ui/qr.ts'
import { giveKeys, hand, makeRound } from '../test/cast/bare-office.ts'
import { openOfficeDesk } from '../test/cast/office-desk.ts'
import { atMost, type Figure } from './figure.ts'
import { inFolder } from './folders.ts'
import { median, timed } from './spread.ts'

const NOTICES = 1000
const RUNS = 5

/** The encoder as its package has it, with nothing of ours around it. */
const { create } = createRequire(import.meta.url)('qrcode') as typeof import('qrcode')

/** The page that prints a round's notices, asked of the whole product: database, certificates, symbols, markup. */
export async function sheetThousand(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const at = await openOfficeDesk(undefined, `file:${folder}/office.db`)
    const tokens = await mintMany(at)
    return [await measure(at, tokens)]
  })
}

type Office = Awaited<ReturnType<typeof openOfficeDesk>>

async function mintMany({ db, office }: Office) {
  const ids = await makeRound(db)
  await giveKeys(db, office, ids)
  const made: Made[] = []
  for (let n = 0; n < NOTICES; n++) {
    const [unitId, unitName] = [`u-${n}`, `第${n}村`]
    await createUnit(
      db,
      unitId,
      { name: unitName, shortName: unitName, type: 'village', parentId: null },
      hand,
    )
    await db.insert(assignments).values({ roundId: ids.roundId, unitId, teamId: ids.teamId })
    const noticeNumber = completed(String(n).padStart(5, '0'))
    const names = { unitName, roundTitle: '十二届市委第二轮巡察', teamName: '第二巡察组' }
    const printed = { noticeNumber, unitId, roundId: ids.roundId, teamId: ids.teamId, ...names }
    const { token, salt, certificate } = await mintCode(office.root, office.signer, printed)
    const kept = { token, certificate, noticeNumber, unitId, roundId: ids.roundId, teamId: ids.teamId }
    made.push({
      minted: { ...kept, sheets: 1, salt: fromBase64url(salt), root: office.root },
      unitVersion: 1,
    })
  }
  const kept = await keepCodes(db, made, hand)
  return { ids, tokens: made.map(({ minted }) => minted.token), kept }
}

async function measure(at: Office, { ids, tokens }: Awaited<ReturnType<typeof mintMany>>): Promise<Figure> {
  const address = `${paths.printRound(ids.roundId)}?what=notices`
  const encode = () => {
    for (const token of tokens) {
      create(addressSegments('https://sc.example.cn', paths.printedCode(token)), {
        errorCorrectionLevel: 'Q',
      })
    }
  }
  const [sheets, bare]: [number[], number[]] = [[], []]
  // The first of each warms up; after that they take turns, so that both have the same machine.
  for (let run = 0; run <= RUNS; run++) {
    let body = new ArrayBuffer(0)
    const took = await timed(async () => {
      body = await (await at.get(address)).arrayBuffer()
    })
    const alone = await timed(encode)
    const drawn = new TextDecoder().decode(body).split('class="sheet notice').length - 1
    if (drawn !== tokens.length) throw new Error(`${drawn} notices were drawn, not ${tokens.length}`)
    if (run > 0) {
      sheets.push(took)
      bare.push(alone)
    }
  }
  const ratio = median(sheets.map((took, run) => took / (bare[run] ?? Number.NaN)))
  return atMost(1.3, { name: 'sheet-1000', value: ratio, unit: '× bare', limit: median(bare) })
}
