import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { expect, it } from 'vitest'

// Hono looks once in a process, so each is asked in one of its own.
const program = `
import { AsyncLocalStorage } from 'node:async_hooks'
import { jsx } from 'hono/jsx/jsx-runtime'
import { drawWithoutContexts } from './no-contexts.ts'
let runs = 0
const { run } = AsyncLocalStorage.prototype
AsyncLocalStorage.prototype.run = function (...of) {
  runs++
  return run.apply(this, of)
}
if (process.argv[1] === 'without') drawWithoutContexts()
const page = String(jsx('main', { children: jsx('p', { children: '路' }) }))
console.log(JSON.stringify({ page, follows: runs > 0, has: typeof process.getBuiltinModule }))`

const [bundled] = buildSync({
  stdin: { contents: program, resolveDir: import.meta.dirname, loader: 'ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
}).outputFiles

const drawn = (how: string) =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', bundled?.text ?? '', how], {
      encoding: 'utf8',
    }),
  )

it('draws the same page without following contexts, and leaves the process as it was', () => {
  const page = { page: '<main><p>路</p></main>', has: 'function' }
  expect(drawn('with')).toEqual({ ...page, follows: true })
  expect(drawn('without')).toEqual({ ...page, follows: false })
})

it('no page has a context', () => {
  const src = join(import.meta.dirname, '..')
  const using = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .filter((name) =>
      /\b(createContext|useContext|useRequestContext|Suspense|ErrorBoundary)\b/.test(
        readFileSync(join(src, name), 'utf8'),
      ),
    )
  expect(using).toEqual([])
})
