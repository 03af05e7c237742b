// Bundles the Worker: one file, small enough to upload, which wrangler takes as it is.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { leftOut } from './left-out.mjs'
import { noting, onlyForStaff } from './staff-words.mjs'
import { tagsAsCalls, tagsAsTheyStand } from './tags.mjs'
import { traditionalBeside } from './traditional.mjs'
import { languagesApart } from './words.mjs'

const entry = 'src/worker.ts'

/**
 * What packs the Worker looks back 32 KiB and finds there how something was said before: so words lie beside words,
 * tables beside tables, packages, tools and rules each beside their like, and pages beside pages, all of them
 * backwards. As they import each other they take 18 KB more; tables and tools among the rules, and forwards, 1.2 KB;
 * packages first, 0.9 KB.
 */
const kinds = [
  ...[/\/src\/i18n\//, /\/src\/.*[/-]tables\.ts$/, /\/node_modules\//, /\/cleaning\//],
  /\/src\/(sealing|clock|http|db)\/.*\.ts$/,
  ...[/\/src\/.*\.ts$/, /-page\.tsx$/, /-(part|form)\.tsx$/, /^(?!.*routes).*\.tsx$/],
]

/** Reading what is never used has no effect here: no getter of ours does anything. */
const smaller = { compress: { treeshake: { propertyReadSideEffects: false } }, mangle: true }

/** Has these files before all others. */
const before = (files) => ({
  name: 'before',
  transform: {
    filter: { id: new RegExp(`/${entry}$`) },
    handler: (code) => ({
      code: files.map((file) => `import ${JSON.stringify(file)};`).join('') + code,
      map: null,
    }),
  },
})

async function bundled(plugins, output, define) {
  const bundle = await rolldown({
    input: entry,
    plugins: [...leftOut, tagsAsTheyStand, tagsAsCalls.plugin, ...plugins],
    transform: { ...tagsAsCalls.transform, define },
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'], conditionNames: ['workerd', 'worker', 'browser', 'import'] },
    external: /^node:/,
    // Of a package that is named and not used nothing remains, whether or not it says that it may be left out.
    treeshake: { moduleSideEffects: [{ test: /\/node_modules\//, sideEffects: false }] },
  })
  try {
    const made = await bundle.generate({ format: 'esm', file: 'dist/worker.mjs', comments: false, ...output })
    return made.output[0]
  } finally {
    await bundle.close()
  }
}

/**
 * The Worker's code, its map, the words beside it, what it imports and what is in it: made once to know its files, once
 * in their order.
 */
export async function bundleWorker() {
  const importing = new Map()
  const { moduleIds } = await bundled([noting(importing)], {}, {})
  const kindOf = (file) => kinds.findIndex((kind) => kind.test(file))
  const sorted = moduleIds
    .filter((file) => !file.endsWith(entry))
    .sort()
    .reverse()
  const ordered = kinds.flatMap((_, at) => sorted.filter((file) => kindOf(file) === at))
  const traditional = await traditionalBeside()
  let words
  const parting = languagesApart((parted) => {
    words = parted
  }, onlyForStaff(importing))
  const { code, map, imports, dynamicImports } = await bundled(
    [before(ordered), parting],
    { minify: smaller, sourcemap: true },
    { TRADITIONAL_BESIDE: JSON.stringify(traditional.address), TRADITIONAL_TEXTS: 'undefined' },
  )
  const files = moduleIds.map((file) => relative('.', file))
  return {
    code,
    map,
    words: [words.english, words.staff, traditional],
    imports: [...imports, ...dynamicImports],
    files,
  }
}

/** Puts the words where the Worker finds them, instead of those it had before. */
export async function layBeside(words) {
  for (const { address, text } of words) {
    const file = `public${address}`
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    const kind = basename(file).slice(0, basename(file).lastIndexOf('-') + 1)
    for (const other of await readdir(dirname(file))) {
      if (other.startsWith(kind) && other !== basename(file))
        await rm(join(dirname(file), other), { force: true })
    }
  }
}
