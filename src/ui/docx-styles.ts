// How a letter in 信函格式 of GB/T 9704-2012 is set. The names of fonts are the official ones: the office's machine has
// them. Lengths are twips, a twentieth of a point; sizes of type are half points, of lines eighths of a point.

const twips = (mm: number) => Math.round(mm * 56.6929)

/** 22 lines on 225 mm, 28 characters on 156 mm. */
export const [LINE, ACROSS, CHARACTERS] = [579, twips(156), 28]
/** How much narrower than its 16 points a character is set, in 4096ths of a point. */
const LESS = -848
/** The red lines are 170 mm wide: 8 mm and 6 mm wider than the text. */
const WIDER = `<w:ind w:left="${-twips(8)}" w:right="${-twips(6)}"/>`
const [FANGSONG, HEITI, XIAOBIAOSONG] = ['仿宋_GB2312', '黑体', '方正小标宋简体']

const fonts = (name: string) =>
  `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
const exact = (line: number, before = 0, after = 0) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`
const border = (side: 'top' | 'bottom', eighths: number) =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="CC0000"/>`
const rule = (above: number, below: number, before: number) =>
  `<w:pBdr>${border('top', above)}${border('bottom', below)}</w:pBdr><w:snapToGrid w:val="0"/>${exact(31, before)}${WIDER}`
const OFF_GRID = '<w:snapToGrid w:val="0"/>'
const TWO_IN = '<w:ind w:firstLineChars="200" w:firstLine="632"/>'
const CENTRE = '<w:jc w:val="center"/>'
const NEXT = '<w:keepNext/>'
const title = fonts(XIAOBIAOSONG) + size(22)

/** Its name in the office's program, how its paragraphs stand, and its type where that is not the body's. */
const styles = {
  head: [
    '发文机关标志',
    `${OFF_GRID}${exact(520)}${WIDER}${CENTRE}`,
    `${fonts(XIAOBIAOSONG)}<w:color w:val="CC0000"/>${size(26)}`,
  ],
  rule: ['上红线', rule(16, 6, twips(4))],
  foot: ['下红线', rule(6, 16, 0)],
  number: ['发文字号', `<w:tabs><w:tab w:val="right" w:pos="${ACROSS}"/></w:tabs>${exact(320, 280)}`],
  title: ['公文标题', `${OFF_GRID}${exact(616, 2 * LINE, LINE)}${CENTRE}`, title],
  formTitle: ['附表标题', `<w:pageBreakBefore/>${OFF_GRID}${exact(616, 0, LINE)}${CENTRE}`, title],
  to: ['主送机关', ''],
  body: ['公文正文', `${TWO_IN}<w:jc w:val="both"/>`],
  heading: ['公文小标题', NEXT + TWO_IN, fonts(HEITI)],
  contact: ['联系人', NEXT + TWO_IN],
  attached: ['附件说明', NEXT + exact(LINE, LINE) + TWO_IN],
  signed: ['署名和日期', `<w:keepLines/>${CENTRE}`],
  copies: [
    '抄送机关',
    `<w:keepLines/>${exact(463, LINE)}<w:ind w:left="1120" w:right="280" w:hanging="840"/>`,
    size(14),
  ],
  cell: ['附表', ''],
  end: ['表后', `${OFF_GRID}${exact(20)}`],
  mark: ['页眉标记', `${OFF_GRID}${exact(240)}${CENTRE}`, `<w:color w:val="808080"/>${size(9)}`],
  // Under what marks the page, text of later pages is pushed down to 37 mm: the first begins at 30.
  push: ['页眉', `${OFF_GRID}${exact(1007)}`],
  odd: ['单页码', `${OFF_GRID}${exact(280, 0, 170)}<w:ind w:right="280"/><w:jc w:val="right"/>`, size(14)],
  even: ['双页码', `${OFF_GRID}${exact(280, 0, 170)}<w:ind w:left="280"/>`, size(14)],
} as const satisfies Record<string, readonly [name: string, paragraph: string, type?: string]>

export type Style = keyof typeof styles

const styleOf = ([id, [name, paragraph, type = '']]: [string, readonly [string, string, string?]]) =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
  `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${type}</w:rPr></w:style>`

export const stylesXml =
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(FANGSONG)}${size(16)}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>' +
  `<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${exact(LINE)}</w:pPr></w:pPrDefault></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  Object.entries(styles).map(styleOf).join('')

/** A4 with 28 mm at the left, 26 at the right and 35 below; above as the first page of a letter has it. */
export const pageXml =
  '<w:pgSz w:w="11906" w:h="16838"/>' +
  `<w:pgMar w:top="${twips(30)}" w:right="${twips(26)}" w:bottom="${twips(35)}" w:left="${twips(28)}"` +
  ` w:header="${twips(15)}" w:footer="${twips(20)}" w:gutter="0"/><w:cols w:space="425"/><w:titlePg/>` +
  `<w:docGrid w:type="linesAndChars" w:linePitch="${LINE}" w:charSpace="${LESS}"/>`

/** The form's two columns, and how high a row is that the unit writes much in. */
export const [NAMES, VALUES, TALL] = [Math.round(ACROSS * 0.32), Math.round(ACROSS * 0.675), twips(26)]

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const padding = ['top', 'left', 'bottom', 'right'].map(
  (side) => `<w:${side} w:w="${twips(2)}" w:type="dxa"/>`,
)

export const tableXml =
  `<w:tblPr><w:tblW w:w="${NAMES + VALUES}" w:type="dxa"/><w:tblBorders>` +
  sides.map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="auto"/>`).join('') +
  `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${padding.join('')}</w:tblCellMar></w:tblPr>` +
  `<w:tblGrid><w:gridCol w:w="${NAMES}"/><w:gridCol w:w="${VALUES}"/></w:tblGrid>`
