import type { Attached, Kind } from '../../src/cleaning/kinds.ts'
import { mp4 } from './films.ts'
import { fragmented } from './fragments.ts'
import { heic } from './heic.ts'
import { emptyWebp, greyJpeg, greyPng, plantJpeg, plantPng, plantWebp } from './pictures.ts'
import { type Bytes, type Planted, planting } from './planting.ts'
import { aac, amr, dictated, mp3, ogg, wav, webm } from './sounds.ts'

export interface Sample {
  name: string
  as: Attached
  kind: Kind
  bytes: Bytes
  /** Words that may not come through, and words that must. */
  marks: string[]
  kept: string[]
  /** Its pictures come before what tells them from what else was recorded: one reading is not enough. */
  needsTwo: boolean
}

const sample = (
  name: string,
  as: Attached,
  kind: Kind,
  build: (planted: Planted) => Bytes,
  needsTwo = false,
): Sample => {
  const planted = planting()
  const bytes = build(planted)
  return { name, as, kind, bytes, marks: planted.marks, kept: planted.kept, needsTwo }
}

/** One file of each kind that is taken, with something told in every place that its format has for it. */
export const samples: Sample[] = [
  sample('JPEG', 'photo', 'jpeg', (planted) => plantJpeg(greyJpeg(8, 8, planted.keep()), planted)),
  sample('PNG', 'photo', 'png', (planted) => plantPng(greyPng(), planted, { animated: true })),
  sample('WebP', 'photo', 'webp', (planted) => plantWebp(emptyWebp(planted.keep()), 8, 8, planted)),
  sample('HEIC', 'photo', 'heic', heic),
  sample('AVIF', 'photo', 'avif', (planted) => heic(planted, { brand: 'avif' })),
  sample('MP4', 'video', 'mp4', mp4),
  sample('MP4, header last', 'video', 'mp4', (planted) => mp4(planted, { first: 'mdat' }), true),
  sample('MP4 in fragments', 'voice', 'mp4', fragmented),
  sample('M4A, header last', 'voice', 'mp4', (planted) =>
    mp4(planted, { first: 'mdat', brand: 'M4A ', places: false, pictures: false }),
  ),
  sample('3GP of MPEG-4', 'video', 'mp4', (planted) => mp4(planted, { brand: '3gp4', old: 'mp4v' })),
  sample('3GP of Android', 'video', 'mp4', (planted) => mp4(planted, { brand: '3gp4', old: 'android' })),
  sample('3GP of H.263', 'video', 'mp4', (planted) => mp4(planted, { brand: '3gp4', old: 's263' })),
  sample('MOV', 'video', 'mov', (planted) => mp4(planted, { brand: 'qt  ' })),
  sample('WebM', 'video', 'webm', (planted) => webm(planted, { live: false })),
  sample('WebM, live', 'voice', 'webm', webm),
  sample('Ogg', 'voice', 'ogg', ogg),
  sample('WAV', 'voice', 'wav', (planted) => wav(planted)),
  sample('WAV of a pen', 'voice', 'wav', (planted) => wav(planted, dictated)),
  sample('MP3', 'voice', 'mp3', mp3),
  sample('AAC', 'voice', 'aac', aac),
  sample('AMR', 'voice', 'amr', amr),
]
