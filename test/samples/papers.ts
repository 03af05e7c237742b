import { fromBase64url } from '../../src/sealing/bytes.ts'
import { type Bytes, bytesOf } from './planting.ts'

interface Leaf {
  /** What is drawn, in the words of the format; `/Song`, `/Arial` and `/Picture` are at hand. */
  draws: string
  /** Points across and up. */
  size?: readonly [number, number]
}

interface Beside {
  /** A whole JPEG, or JPEG 2000, of so many points each way, three colours each. */
  picture?: { jpeg: Uint8Array; width: number; height: number; is2000?: boolean }
  /** Of the catalogue. */
  does?: string
  /** Of the trailer. */
  locked?: string
}

/**
 * A PDF as an office writes it: none of its fonts lies in it, the Chinese one is numbered as Unicode is. What is where
 * is left to be found.
 */
export function paperOf(leaves: readonly Leaf[], { picture, does = '', locked = '' }: Beside = {}): Bytes {
  const first = 10
  const stream = (head: string, body: Uint8Array) =>
    bytesOf(`<<${head}/Length ${body.length}>>stream\n`, body, '\nendstream')
  const song =
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R' +
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>'
  const objects: [number, string | Uint8Array][] = [
    [1, `<</Type/Catalog/Pages 2 0 R${does}>>`],
    [
      2,
      `<</Type/Pages/Count ${leaves.length}/Kids[${leaves.map((_, n) => `${first + 2 * n} 0 R`).join(' ')}]>>`,
    ],
    [3, '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>'],
    [4, song],
    [
      5,
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]' +
        '/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ],
    [6, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
  ]
  if (picture) {
    const { jpeg, width, height, is2000 } = picture
    const head = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8`
    objects.push([7, stream(`${head}/Filter/${is2000 ? 'JPXDecode' : 'DCTDecode'}`, jpeg)])
  }
  leaves.forEach(({ draws, size = [595, 842] }, n) => {
    const at = first + 2 * n
    const uses = `/Font<</Song 3 0 R/Arial 6 0 R>>${picture ? '/XObject<</Picture 7 0 R>>' : ''}`
    objects.push(
      [
        at,
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size.join(' ')}]/Resources<<${uses}>>/Contents ${at + 1} 0 R>>`,
      ],
      [at + 1, stream('', bytesOf(draws))],
    )
  })
  const body = objects.flatMap(([at, object]) => [`${at} 0 obj\n`, object, '\nendobj\n'])
  return bytesOf('%PDF-1.4\n', ...body, `trailer\n<</Root 1 0 R${locked}>>\n%%EOF\n`)
}

const hex = (text: string) =>
  [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')

/** A line of text, so many points from the left and from below. */
export const line = (text: string, x: number, y: number, size: number) =>
  `BT /${/[^\0-\x7f]/.test(text) ? 'Song' : 'Arial'} ${size} Tf ${x} ${y} Td ${
    /[^\0-\x7f]/.test(text) ? `<${hex(text)}>` : `(${text})`
  } Tj ET\n`

/** 16 × 16 points, nearly black, as JPEG 2000. */
export const dark2000 = fromBase64url(
  '_0__UQAvAAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAABAAAAAAAAAAAAADBwEBBwEBBwEB_1IADAAAAAEABAQEAAH_XAAQQEBISFBISFBISFBISFD_ZA' +
    'AlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT_kAAKAAAAAAApAAH_k8-0CAmXz7QICZfPtAgJl4CAgICAgICAgICAgP_Z',
)
