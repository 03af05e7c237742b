import { type Bytes, base64url, random, sameBytes } from '../sealing/bytes.ts'
import { openRecovery, Unopened } from '../sealing/open.ts'
import {
  makeRecoverySecret,
  type OfficeKeys,
  readSheet,
  type Sheet,
  sealOfficeKeys,
  sheetRows,
  splitSecret,
} from '../sealing/recovery.ts'

/**
 * A new set of recovery sheets for these keys, under a secret of its own: no earlier sheet opens what is `posted`.
 * `sheets`: five rows of 20 digits for each of three, any two of which have been tried.
 */
export async function makeSheets(keys: OfficeKeys) {
  const secret = makeRecoverySecret()
  const made = await splitSecret(secret)
  const set = made[0]?.set ?? random(3)
  const bundle = await sealOfficeKeys(secret, set, keys)
  const sheets = made.map(sheetRows)
  await tryEveryPair(sheets, bundle, keys)
  return { sheets, posted: { recoveryBundle: base64url(bundle), recoverySet: base64url(set) } }
}

/** As they will be typed one day: from the digits, two sheets at a time. Throws Unopened. */
async function tryEveryPair(sheets: readonly string[][], bundle: Bytes, keys: OfficeKeys): Promise<void> {
  const read = sheets.map((rows) => readSheet(rows)).filter((sheet): sheet is Sheet => sheet !== undefined)
  const pairs = read.flatMap((one, at) => read.slice(at + 1).map((other) => [one, other]))
  for (const pair of pairs) {
    const opened = await openRecovery(pair, bundle)
    const same = (['root', 'box', 'recovery'] as const).every((kind) => sameBytes(opened[kind], keys[kind]))
    if (!same) throw new Unopened('key')
  }
  if (pairs.length !== 3) throw new Unopened('format')
}
