// Every Chinese text of the product in traditional characters. Nobody writes them: they are made from the Chinese ones
// whenever something is built, so a new text needs no more than its pair.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { Converter } from 'opencc-js/cn2t'

/**
 * Read once, all of them; these the library gets wrong or sets as nobody types them, in Hong Kong or elsewhere. A test
 * sees to it that each stands in some text.
 */
export const overrides = {
  天后: '天後',
  回音: '回音',
  回避: '迴避',
  回复: '回覆',
  复印: '複印',
  汇报: '匯報',
  了解: '了解',
  相册里: '相冊裏',
  签: '簽',
  群: '群',
  说: '說',
  启: '啟',
  户: '戶',
  脱: '脫',
  '“': '「',
  '”': '」',
}

const own = new RegExp(`(${Object.keys(overrides).join('|')})`)

/**
 * The characters of Hong Kong, which Macao and most families overseas read too, and which nobody in Taiwan stumbles
 * over. Only characters change: what a thing is called stays as the office calls it.
 */
const library = Converter({ from: 'cn', to: 'hk' })

export const traditional = (text) =>
  text
    .split(own)
    .map((part) => overrides[part] ?? library(part))
    .join('')

const literal = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\`(?:[^\`\\$]|\\.)*\``
const pair = new RegExp(String.raw`\[(${literal}),(?:${literal})\]`, 'g')
const isChinese = (text) => /[㐀-鿿]/.test(text)

/** Every pair of texts beneath the server, as its sources have them. */
async function pairedTexts() {
  const { outputFiles } = await build({
    stdin: { contents: "import './src/app.tsx'; import './src/recover.ts'", resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    external: ['*/manifest.json'],
    jsx: 'automatic',
    treeShaking: false,
    minifyWhitespace: true,
    charset: 'utf8',
    logLevel: 'silent',
  })
  return [...outputFiles[0].text.matchAll(pair)].map(([, zh]) => Function(`return ${zh}`)())
}

/** The names in the trees that come with the product; they stand in lines, as the office writes its own. */
async function treeTexts() {
  const files = (await readdir('src/categories')).filter((file) => /^\w+\.ts$/.test(file))
  const sources = await Promise.all(files.map((file) => readFile(`src/categories/${file}`, 'utf8')))
  return sources
    .flatMap((source) => source.match(/^(?:聚焦|方面|重点|类别) .*$/gm) ?? [])
    .flatMap((line) => line.replace(/^\S+ \S+ /, '').split('|'))
    .map((column) => column.split(' / ')[0].trim())
}

/** Texts that read otherwise in traditional characters, each beside how it reads then. */
export async function traditionalTexts() {
  const texts = [...(await pairedTexts()), ...(await treeTexts())].filter(isChinese).sort()
  return Object.fromEntries(
    texts.map((text) => [text, traditional(text)]).filter(([text, made]) => made !== text),
  )
}

/** The same as a file that lies beside the Worker. */
export async function traditionalBeside() {
  const text = JSON.stringify(await traditionalTexts())
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  return { address: `/built/traditional-${hash}.json`, text }
}
