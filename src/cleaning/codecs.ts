import { colour, type Edit, prune, type Rules, sized, upToBytes } from './boxes.ts'
import { amrConfig, av1Config, CONFIG, h263Config, hevcConfig } from './configs.ts'
import { be16 } from './numbers.ts'
import { isTooMany } from './pixels.ts'
import { visualConfig } from './user-data.ts'

export const picture: Edit = (bytes, { body, end }, removed) => {
  if (end - body < 78) return 'truncated'
  if (isTooMany(be16(bytes, body + 24), be16(bytes, body + 26))) return 'tooManyPixels'
  bytes.fill(0, body + 8, body + 24)
  // The compressor's name.
  bytes.fill(0, body + 42, body + 74)
  return prune(bytes, body + 78, end, pictureParts, removed)
}

const pictureParts: Rules = {
  avcC: CONFIG,
  hvcC: hevcConfig,
  vpcC: CONFIG,
  av1C: av1Config,
  esds: visualConfig,
  d263: h263Config,
  dvcC: sized(24),
  dvvC: sized(24),
  colr: colour,
  pasp: sized(8),
  clap: sized(32),
  fiel: sized(2),
  clli: sized(4),
  mdcv: sized(24),
}

export const sound: Edit = (bytes, { body, end }, removed) => {
  // QuickTime's second and third version have more numbers.
  const more = { 0: 0, 1: 16, 2: 36 }[be16(bytes, body + 8)]
  if (more === undefined || end - body < 28 + more) return 'truncated'
  bytes.fill(0, body + 12, body + 16)
  return prune(bytes, body + 28 + more, end, soundParts, removed)
}

const ownParts: Rules = { esds: CONFIG, damr: amrConfig, dOps: CONFIG, alac: upToBytes(64), pcmC: sized(6) }
const soundParts: Rules = {
  ...ownParts,
  chan: upToBytes(256),
  wave: { ...ownParts, frma: sized(4), mp4a: sized(4), enda: sized(2), '\0\0\0\0': sized(0) },
}

/** Codecs that phones and browsers record with. */
export const codecs: Rules = {
  avc1: picture,
  avc3: picture,
  hvc1: picture,
  hev1: picture,
  vp08: picture,
  vp09: picture,
  av01: picture,
  mp4v: picture,
  s263: picture,
  dvh1: picture,
  dvhe: picture,
  mp4a: sound,
  samr: sound,
  sawb: sound,
  Opus: sound,
  alac: sound,
  sowt: sound,
  lpcm: sound,
  ipcm: sound,
}
