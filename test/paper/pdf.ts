import { inflateSync } from 'node:zlib'

/** A filled rectangle and where text begins, in millimetres from the upper left corner of the page. */
interface Box {
  x: number
  y: number
  width: number
  height: number
  colour: string
}
interface Glyphs {
  x: number
  /** The base line. */
  y: number
  /** In points. */
  size: number
}
export interface Sheet {
  width: number
  height: number
  boxes: readonly Box[]
  glyphs: readonly Glyphs[]
}

type Matrix = readonly [number, number, number, number, number, number]
const MM = 25.4 / 72

/** What a browser has printed, page by page: as much of the format as Chromium writes of plain text and lines. */
export function sheetsOf(pdf: Uint8Array): Sheet[] {
  const file = Buffer.from(pdf).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\b([\s\S]*?)\nendobj/g)) {
    objects.set(id, body)
  }
  const refs = (text: string) => [...text.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => objects.get(id) ?? '')
  const kidsOf = (node: string): string[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1]
    return kids === undefined ? [node] : refs(kids).flatMap(kidsOf)
  }
  const catalog = [...objects.values()].find((body) => /\/Type \/Catalog\b/.test(body)) ?? ''
  const root = refs(/\/Pages \d+ 0 R/.exec(catalog)?.[0] ?? '')[0] ?? ''
  return kidsOf(root).map((page) => {
    const [, , width = 0, height = 0] = (/\/MediaBox \[([^\]]*)\]/.exec(page)?.[1] ?? '')
      .split(' ')
      .map(Number)
    const content = refs(/\/Contents \d+ 0 R/.exec(page)?.[0] ?? '')
      .map(inflated)
      .join('\n')
    return { width: width * MM, height: height * MM, ...drawn(content, height) }
  })
}

function inflated(body: string): string {
  const from = /stream\r?\n/.exec(body)
  if (!from) throw new Error('a page without content')
  return inflateSync(Buffer.from(body.slice(from.index + from[0].length), 'latin1')).toString('latin1')
}

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]
const UNIT: Matrix = [1, 0, 0, 1, 0, 0]

function drawn(content: string, height: number): Pick<Sheet, 'boxes' | 'glyphs'> {
  const boxes: Box[] = []
  const glyphs: Glyphs[] = []
  const stack: { matrix: Matrix; colour: string }[] = []
  let [matrix, colour, line, size]: [Matrix, string, Matrix, number] = [UNIT, '', UNIT, 0]
  let path: number[][] = []
  let operands: string[] = []
  const numbers = () => operands.map(Number) as unknown as Matrix
  const place = (x: number, y: number): [number, number] => {
    const [, , , , left, bottom] = times([1, 0, 0, 1, x, y], matrix)
    return [left * MM, (height - bottom) * MM]
  }
  const operators: Record<string, () => void> = {
    q: () => stack.push({ matrix, colour }),
    Q: () => {
      ;({ matrix, colour } = stack.pop() ?? { matrix: UNIT, colour: '' })
    },
    cm: () => {
      matrix = times(numbers(), matrix)
    },
    rg: () => {
      colour = operands.join(' ')
    },
    re: () => path.push(operands.map(Number)),
    n: () => {
      path = []
    },
    f: () => {
      for (const [x = 0, y = 0, w = 0, h = 0] of path.splice(0)) {
        const [[left, top], [right, bottom]] = [place(x, y), place(x + w, y + h)]
        boxes.push({ x: left, y: top, width: right - left, height: bottom - top, colour })
      }
    },
    Tf: () => {
      size = Number(operands.at(-1))
    },
    Tm: () => {
      line = numbers()
    },
    Td: () => {
      const [x = 0, y = 0] = operands.map(Number)
      line = times([1, 0, 0, 1, x, y], line)
    },
    Tj: () => {
      const [x, y] = place(line[4], line[5])
      glyphs.push({ x, y, size: size * Math.abs(matrix[0]) })
    },
  }
  for (const [token] of content.matchAll(/<[0-9A-Fa-f]*>|\((?:\\.|[^\\)])*\)|\[[^\]]*\]|[^\s<>()[\]]+/g)) {
    const operator = operators[token]
    operator?.()
    if (operator || /^[A-Za-z*]+$/.test(token)) operands = []
    else operands.push(token)
  }
  return { boxes, glyphs }
}

/** Lines of text from the top down, by their base line: where each begins and how many characters it has. */
export function linesOf({ glyphs }: Sheet): { y: number; x: number; end: number; n: number; size: number }[] {
  const lines = new Map<number, Glyphs[]>()
  for (const glyph of glyphs) {
    const at = Math.round(glyph.y * 2) / 2
    lines.set(at, [...(lines.get(at) ?? []), glyph])
  }
  return [...lines.values()]
    .map((line) => {
      const at = line.map(({ x }) => x)
      const [{ y, size } = { y: 0, size: 0 }] = line
      return { y, size, x: Math.min(...at), end: Math.max(...at), n: line.length }
    })
    .sort((a, b) => a.y - b.y)
}
