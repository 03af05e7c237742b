// Bundles the servers, and what is like them: the demo and the bench.
import { mkdir, writeFile } from 'node:fs/promises'
import { attempt } from './attempt.mjs'

export const servers = {
  'src/node.ts': 'dist/node.mjs',
  'src/recover.ts': 'dist/recover.mjs',
  'src/worker.ts': 'dist/worker.mjs',
  'test/cast/demo.ts': 'dist/demo.mjs',
  'bench/bench.ts': 'dist/bench.mjs',
}

/** Programs of the machine's own stay where npm put them. */
const native = ['libsql', '@node-rs/argon2']

/**
 * A server has its packages within it: one file is read instead of two hundred and fifty, so it listens after half the
 * time. A package that is older than modules asks for Node's own by `require`. The bench drives browsers and compilers
 * as they are installed.
 */
const packages = (entry) =>
  entry === 'bench/bench.ts'
    ? { packages: 'external' }
    : {
        external: native,
        banner: {
          js: "import{createRequire as requireBeside}from'node:module';const require=requireBeside(import.meta.url);",
        },
      }

/** The people of the demo stretch their passwords in less time than a browser does, to the same keys. */
const aliases = { 'test/cast/demo.ts': { '@noble/hashes/argon2.js': './test/cast/argon2.ts' } }

/** `texts`: what reads otherwise in traditional characters. */
export async function buildServers(wanted, texts, tell) {
  const options = {
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    // V8 keeps a program's text, two bytes a sign as soon as one of it is Chinese: white space goes. Names stay, so that
    // a fault can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 120,
    charset: 'utf8',
    logLevel: 'warning',
    define: { TRADITIONAL_TEXTS: JSON.stringify(texts) },
  }
  for (const entry of wanted) {
    const own = {
      entryPoints: [entry],
      outfile: servers[entry],
      alias: aliases[entry],
      ...packages(entry),
    }
    if (entry === 'src/worker.ts') await buildWorker(entry, tell)
    else await attempt({ ...options, ...own }, tell)
  }
}

/** What bundles it is a tool of development: a server for Node is built without it. */
async function buildWorker(entry, tell) {
  const { bundleWorker, layBeside } = await import('./worker.mjs')
  try {
    const { code, map, words } = await bundleWorker()
    await mkdir('dist', { recursive: true })
    await writeFile(`${servers[entry]}.map`, map.toString())
    await writeFile(servers[entry], code)
    await layBeside(words)
  } catch (fault) {
    if (!fault.errors) throw fault
    console.error(fault.message)
    tell(`${entry} has errors`)
  }
}
