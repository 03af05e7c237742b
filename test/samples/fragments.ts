import { box, full } from './boxes.ts'
import { mp4a, mvhd, told, trak } from './films.ts'
import { type Bytes, bytesOf, type Planted, uint32, zeros } from './planting.ts'

/** As browsers record: a header without samples, and then fragments. */
export function fragmented(planted: Planted): Bytes {
  const { mark, keep } = planted
  const empty = (id: number, handler: string, entry: Uint8Array) =>
    trak({ id, handler, entry, samples: [] }, [], planted)
  const moov = box(
    'moov',
    mvhd(planted),
    empty(1, 'soun', mp4a(planted)),
    empty(2, 'text', box('tx3g', mark())),
    box(
      'mvex',
      full('trex', 0, 0, uint32(1), uint32(1), zeros(12)),
      full('trex', 0, 0, uint32(2), uint32(1), zeros(12)),
    ),
    told(planted),
  )
  const fragment = (number: number) => {
    const [sound, words] = [[keep(), keep()], mark()]
    const traf = (id: number, at: number, samples: string[]) =>
      box(
        'traf',
        full('tfhd', 0, 0x020000, uint32(id)),
        full('tfdt', 0, 0, uint32(number)),
        full(
          'trun',
          0,
          0x201,
          uint32(samples.length),
          uint32(at),
          ...samples.map(({ length }) => uint32(length)),
        ),
      )
    const moof = (at: number) =>
      box(
        'moof',
        full('mfhd', 0, 0, uint32(number)),
        traf(1, at, sound),
        traf(2, at + sound.join('').length, [words]),
      )
    return bytesOf(moof(moof(0).length + 8), box('mdat', ...sound, words, mark()))
  }
  return bytesOf(box('ftyp', 'iso5', zeros(4)), moov, fragment(1), fragment(2), box('mfra', mark()))
}
