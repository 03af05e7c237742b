import type { Bytes } from '../sealing/bytes.ts'
import type { Refusal } from './asks.ts'
import { type Box, childrenOf, colour, type Edit, prune, type Rules, sized, upToBytes } from './boxes.ts'
import { av1Config, hevcConfig } from './configs.ts'
import { be32, beOf } from './numbers.ts'
import { isTooMany } from './pixels.ts'

export const untouched: Edit = () => undefined

const size: Edit = (bytes, { body, end }) => {
  if (end - body !== 12) return 'truncated'
  return isTooMany(be32(bytes, body + 4), be32(bytes, body + 8)) ? 'tooManyPixels' : undefined
}

/** Those that are emptied keep their place in the row, by which items name them. */
const properties: Rules = {
  hvcC: hevcConfig,
  av1C: av1Config,
  ispe: size,
  pixi: upToBytes(16),
  colr: colour,
  pasp: sized(8),
  irot: sized(1),
  imir: sized(1),
  clap: sized(32),
  clli: sized(4),
  mdcv: sized(24),
}

/** The properties, and which are whose. One that was emptied is nobody's: a reader must give up where it needs it. */
export const propertiesOf: Edit = (bytes, box, removed) => {
  const refused = prune(bytes, box.body, box.end, { ipco: properties, ipma: untouched }, removed)
  const boxes = childrenOf(bytes, box)
  const ipco = boxes.find(({ type }) => type === 'ipco')
  const row = childrenOf(bytes, ipco)
  const isGone = (number: number) => row[number - 1]?.type === 'free'
  return boxes
    .filter(({ type }) => type === 'ipma')
    .reduce((refused, ipma) => refused ?? associate(bytes, ipma, isGone), refused)
}

function associate(
  bytes: Bytes,
  { body, end }: Box,
  isGone: (number: number) => boolean,
): Refusal | undefined {
  const flags = be32(bytes, body)
  const width = flags & 1 ? 2 : 1
  let at = body + 8
  for (let left = be32(bytes, body + 4); left > 0; left--) {
    at += flags >= 2 ** 24 ? 5 : 3
    // The highest bit says that the property is needed.
    for (let count = bytes[at - 1] ?? 0; count > 0; count--, at += width)
      if (isGone(beOf(bytes, at, width) & (width === 2 ? 0x7fff : 0x7f))) bytes.fill(0, at, at + width)
    if (at > end) return 'truncated'
  }
  bytes.fill(0, at, end)
  return
}
