// Builds the browser's scripts and the style sheets under fingerprinted names.
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { attempt } from './attempt.mjs'

const built = 'public/built'

/**
 * One script a page. `picture` is fetched when a report is sealed and `attach` when somebody gets to its words, which
 * starts `work` when there is any: by the addresses that their users are built with. So is `symbol`, when staff have
 * taken a photo of a code.
 * `alone`: what runs in the frames of no origin that read strangers' files, which can load no module. By their names
 * the server knows that they are asked for from elsewhere.
 * A phone too old to parse a script shows the page as it is without scripts, and the page says so. That is meant for
 * Safari before 14.1, which gets some destructuring wrong: it cannot parse the private fields of the sealing library.
 */
const scripts = {
  residents: {
    target: ['chrome74', 'safari14.1'],
    first: [
      'src/intake/work.client.ts',
      'src/intake/picture.client.ts',
      'src/attaching/attach.client.ts',
      'src/ui/aloud.client.ts',
    ],
    entries: [
      'src/intake/report.client.ts',
      'src/intake/closed.client.ts',
      'src/intake/progress.client.ts',
      'src/ui/exit.client.ts',
    ],
  },
  staff: {
    target: ['chrome86', 'safari14.1'],
    first: ['src/posters/symbol.client.ts'],
    alone: [
      'src/evidence/sandboxed-media.client.ts',
      'src/evidence/sandboxed-jpeg2000.client.ts',
      'src/evidence/sandboxed-paper.client.ts',
    ],
    entries: [
      'src/office/setup.client.ts',
      'src/recovery/recover.client.ts',
      'src/recovery/new-sheets.client.ts',
      'src/staff/sign-in.client.ts',
      'src/staff/activate.client.ts',
      'src/desk.client.ts',
    ],
  },
}

/**
 * What opens a resident's page without a signal. A browser looks for its next version where it found this one, so its
 * name does not change; and it may only answer for what lies below its own address, so it lies above all.
 */
export const offline = {
  target: scripts.residents.target,
  entryPoints: ['src/intake/offline.client.ts'],
  outfile: 'public/offline.js',
}

/** What a sealed file that goes up opens itself with: text within the script that packs it. */
const opener = {
  target: scripts.staff.target,
  format: 'iife',
  entryPoints: ['src/escalation/opener.client.ts'],
}

const fingerprint = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 10)
const nameOf = (entry) => basename(entry).replace(/\.client\.ts$|\.css$/, '')

/** Puts a file on the list, under a name that changes with its bytes, and begins to lay it down. */
function keep(entry, extension, bytes, manifest, laying) {
  const name = nameOf(entry)
  const file = `${name}-${fingerprint(bytes)}.${extension}`
  manifest[name] = `/built/${file}`
  laying.push(layPacked(file, bytes))
}

/**
 * Writes a file with compressed siblings unless it lies there whole, and answers how large each is. Browsers take the
 * smaller one, by a tenth, where they speak TLS.
 */
async function layPacked(file, bytes) {
  const path = `${built}/${file}`
  // The file itself comes last: whole, it says that its siblings were. Somebody may have taken one away since.
  const [length, ...siblings] = await sizesOf(path)
  if (length !== bytes.length || siblings.includes(undefined)) {
    const [small, smaller] = await Promise.all([
      promisify(gzip)(bytes, { level: 9 }),
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: effort(bytes) } }),
    ])
    await lay(`${path}.gz`, small)
    await lay(`${path}.br`, smaller)
    await lay(path, bytes)
  }
  return [file, ...(await sizesOf(path))]
}

/** Whole or not at all. */
async function lay(path, bytes) {
  await writeFile(`${path}~`, bytes)
  await rename(`${path}~`, path)
}

/** The best takes seconds for what draws papers, for a tenth less. */
const effort = ({ length }) => (length < 2 ** 18 ? 11 : 9)

/** Of a file and its compressed siblings; undefined where there is none. */
const sizesOf = (path) =>
  Promise.all(
    [path, `${path}.gz`, `${path}.br`].map(async (one) => (await stat(one).catch(() => undefined))?.size),
  )

/** What a PDF need not bring along to be drawn: how fonts of East Asia number their signs, and the usual fonts. */
const pdfjs = 'node_modules/pdfjs-dist'
const ofPapers = ['cmaps', 'standard_fonts']

/** A frame of no origin loads no module: the reader of JPEG 2000 comes by `readerOfJpeg2000` (bringing.client.ts). */
const withoutModules = {
  name: 'without-modules',
  setup(build) {
    build.onLoad({ filter: /pdf\.worker\.mjs$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      const imports = /await import\(\s*\/\*webpackIgnore: true\*\/\s*\/\*@vite-ignore\*\/\s*path\)/g
      if (code.match(imports)?.length !== 1) throw new Error(`${path} does not import as it did`)
      return { contents: code.replace(imports, 'await globalThis.readerOfJpeg2000()') }
    })
  },
}

/** Its name changes with the version. */
async function folderForPapers() {
  const { version } = JSON.parse(await readFile(`${pdfjs}/package.json`, 'utf8'))
  return `papers-${version}`
}

const layForPapers = (folder) =>
  Promise.all(
    ofPapers.map((part) => cp(`${pdfjs}/${part}`, `${built}/${folder}/${part}`, { recursive: true })),
  )

/** Writes the list of what is built. `laid`: how large each file is, as it stands and packed, once all lie there. */
export async function buildForBrowsers(tell) {
  await mkdir(built, { recursive: true })
  const manifest = {}
  const laying = []
  const plain = {
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  }
  const bundle = async (entry, options, extension) => {
    const made = await attempt({ ...plain, ...options, entryPoints: [entry] }, tell)
    if (!made) return
    const [{ contents, text }] = made.outputFiles
    const bytes =
      extension === 'css' ? Buffer.from(text.replaceAll('/pictures.svg', manifest.pictures)) : contents
    keep(entry, extension, bytes, manifest, laying)
  }

  keep('pictures', 'svg', await readFile('public/style/pictures.svg'), manifest, laying)
  const sheet = (name) => bundle(`public/style/${name}.css`, { external: ['/pictures.svg'] }, 'css')
  const papers = await folderForPapers()
  const papersLaid = layForPapers(papers)
  const opens = await attempt({ ...plain, ...opener }, tell)
  const build = async ({ target, first, alone = [], entries }) => {
    const scripted = (entry, format = 'esm') => {
      const define = {
        OPENER: JSON.stringify(opens?.outputFiles[0].text ?? ''),
        WORK_SCRIPT: JSON.stringify(manifest.work ?? ''),
        PICTURE_SCRIPT: JSON.stringify(manifest.picture ?? ''),
        SYMBOL_SCRIPT: JSON.stringify(manifest.symbol ?? ''),
        ALOUD_SCRIPT: JSON.stringify(manifest.aloud ?? ''),
        ATTACH_SCRIPT: JSON.stringify(manifest.attach ?? ''),
        SANDBOXED_MEDIA_SCRIPT: JSON.stringify(manifest['sandboxed-media'] ?? ''),
        SANDBOXED_JPEG2000_SCRIPT: JSON.stringify(manifest['sandboxed-jpeg2000'] ?? ''),
        SANDBOXED_PAPER_SCRIPT: JSON.stringify(manifest['sandboxed-paper'] ?? ''),
        PAPER_DATA: JSON.stringify(`/built/${papers}`),
        // A script that is no module does not know it, and the part of pdf.js that asks for it is never used.
        'import.meta.url': '""',
      }
      return bundle(entry, { format, target, define, plugins: [withoutModules] }, 'js')
    }
    // In order: one is built with the addresses of those before it in the same set.
    for (const entry of alone) await scripted(entry, 'iife')
    for (const entry of first) await scripted(entry)
    await Promise.all(entries.map((entry) => scripted(entry)))
  }
  const sheets = ['residents', 'answer', 'tiles', 'attaching', 'staff']
  await Promise.all([
    ...sheets.map(sheet),
    ...Object.values(scripts).map(build),
    attempt({ ...plain, ...offline, write: true }, tell),
  ])
  await writeFile(`${built}/manifest.json`, JSON.stringify(sorted(manifest), null, 2))
  return { laid: layAll() }

  async function layAll() {
    const [sizes] = await Promise.all([Promise.all(laying), papersLaid])
    await sweep([papers, ...sizes.map(([file]) => file)])
    return sizes.sort()
  }
}

const sorted = (record) => Object.fromEntries(Object.entries(record).sort())

/**
 * What the list no longer names goes last, so that a running server never lacks a file it promised. The Worker's words
 * go when it is built anew.
 */
async function sweep(files) {
  const wanted = new Set(['manifest.json', ...files.flatMap((file) => [file, `${file}.gz`, `${file}.br`])])
  for (const file of await readdir(built)) {
    if (!wanted.has(file) && !/^(english|staff-words|traditional)-/.test(file))
      await rm(`${built}/${file}`, { recursive: true, force: true })
  }
}
