// Parts the two languages of the Worker. In the source the sentences of both stand side by side, which is how they are
// written and kept true. In the bundle the Chinese ones stay, and the English ones become a file beside it; so do the
// Chinese ones that only staff read.
import { createHash } from 'node:crypto'
import { RolldownMagicString } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'

const isChinese = (text) => /[㐀-鿿]/.test(text)
const textOf = (node) => (typeof node?.value === 'string' ? node.value : undefined)

/** The pairs of texts that the bundle makes as it starts, in the order in which it makes them. */
function* pairsIn(node) {
  switch (node?.type) {
    case 'Program':
      for (const one of node.body) yield* pairsIn(one)
      break
    case 'VariableDeclaration':
      for (const { init } of node.declarations) yield* pairsIn(init)
      break
    case 'ObjectExpression':
      for (const { value, argument } of node.properties) yield* pairsIn(value ?? argument)
      break
    case 'ArrayExpression': {
      const texts = node.elements.map(textOf)
      const [zh] = texts
      if (texts.length === 2 && texts.every((text) => text !== undefined) && isChinese(zh))
        yield { node, texts }
      else for (const one of node.elements) yield* pairsIn(one)
      break
    }
  }
}

const beside = (name, text) => ({
  address: `/built/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.txt`,
  text,
})

/** Of each pair in a bundle, whether it stands in one of these files. */
function areIn(files, chunk, pairs) {
  const all = Object.entries(chunk.modules).flatMap(([id, { code }]) =>
    [...pairsIn(parseAst(code ?? ''))].map(({ texts: [zh] }) => ({ zh, isIn: files.has(id) })),
  )
  if (all.length !== pairs.length || all.some(({ zh }, at) => zh !== pairs[at].texts[0]))
    throw new Error('The texts of a bundle are not those of its files.')
  return all.map(({ isIn }) => isIn)
}

/**
 * Every pair begins with its Chinese in both places. `take` fills in the English ones: lines in the order in which the
 * pairs were made. `tell` is told the lines and their address. Pairs of the files that only staff need are empty until
 * the Chinese of staff is taken, which stands for every language that has not come.
 */
export const languagesApart = (tell, onlyForStaff = new Set()) => ({
  name: 'languages-apart',
  renderChunk(code, chunk) {
    const pairs = [...pairsIn(parseAst(code))]
    const [chinese, inEnglish] = [0, 1].map((lang) => pairs.map(({ texts }) => texts[lang]).join('\n'))
    if ([chinese, inEnglish].some((lines) => lines.split('\n').length !== pairs.length))
      throw new Error('A text of two lines.')
    const late = areIn(onlyForStaff, chunk, pairs)
    const chineseOf = (isLate) =>
      pairs.map(({ texts }, at) => (late[at] === isLate ? texts[0] : '')).join('\n')
    const [english, staff] = [beside('english', inEnglish), beside('staff-words', chineseOf(true))]
    const changed = new RolldownMagicString(code)
    for (const { node } of pairs) changed.overwrite(node.start, node.end, '$pair()')
    changed.prepend(
      `const $pairs = ${JSON.stringify(chineseOf(false))}.split('\\n').map((text) => [text, text]);
let $next = 0;
const $pair = () => $pairs[$next++];
const WORDS_BESIDE = {
  address: ${JSON.stringify(english.address)},
  take: (words) => words.split('\\n').forEach((text, at) => { $pairs[at][1] = text; }),
};
const STAFF_BESIDE = {
  address: ${JSON.stringify(staff.address)},
  take: (words) => words.split('\\n').forEach((text, at) => {
    if (text) $pairs[at].forEach((other, lang, pair) => { pair[lang] = (lang && other) || text; });
  }),
};
`,
    )
    tell({ english, staff })
    return { code: changed.toString(), map: changed.generateMap({ hires: true }).toString() }
  },
})
