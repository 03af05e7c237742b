// `npm test`: everything that must pass, in order, up to the first stage that fails. The last line counts the tests.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureStrace } from './strace.mjs'

const results = 'test-results/vitest.json'
/** What one project has compiled another need not: kept for this run alone, since a plugin's answers may change. */
const compiled = 'test-results/compiled'

const stages = [
  ['Build', 'node tools/build.mjs'],
  ['Migrations are what the tables give', 'node tools/migrations.mjs --check'],
]
/** None of these needs what another does: they share the cores. */
const looks = [
  ['Lint and format', 'biome check --error-on-warnings .'],
  ['Types', 'tsc --noEmit'],
  ['Dead code', 'knip'],
]
const tests = [
  [
    'Tests on Node, in workerd and in Chromium',
    [
      `vitest run --reporter=default --reporter=json --outputFile.json=${results}`,
      `--experimental.fsModuleCache --experimental.fsModuleCachePath=${compiled}`,
    ].join(' '),
  ],
]

const heading = (words) => console.log(`\n=== ${words}`)

/** What vitest counted. A test that was skipped has not passed: it is counted as failed. */
function counted() {
  const { numPassedTests, numTotalTests, numFailedTestSuites, success } = JSON.parse(
    readFileSync(results, 'utf8'),
  )
  const failed = numTotalTests - numPassedTests
  return { passed: numPassedTests, failed: failed || (success ? 0 : Math.max(1, numFailedTestSuites)) }
}

/** What a command prints, once it is over, and whether it went well. */
function look([words, command], env) {
  const running = spawn(command, { shell: true, env })
  let said = ''
  for (const from of [running.stdout, running.stderr])
    from.on('data', (some) => {
      said += some
    })
  return new Promise((over) => running.on('close', (status) => over({ words, said, isWell: status === 0 })))
}

async function run() {
  heading('Chromium and strace')
  for (const found of [...ensureChromium(), ensureStrace()]) console.log(found)
  const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const env = { ...process.env, ...plain, PATH, CI: '1' }
  const inTurn = (some) =>
    some.every(([words, command]) => {
      heading(words)
      const started = Date.now()
      const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env })
      console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`)
      if (status !== 0) console.error(`Failed: ${words}`)
      return status === 0
    })
  if (!inTurn(stages)) return false
  const seen = await Promise.all(looks.map((one) => look(one, env)))
  for (const { words, said, isWell } of seen) {
    heading(words)
    console.log(said.trim())
    if (!isWell) console.error(`Failed: ${words}`)
  }
  return seen.every(({ isWell }) => isWell) && inTurn(tests)
}

rmSync(results, { force: true })
rmSync(compiled, { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })
let passed = 0
let failed = 0
try {
  if (!(await run())) failed = 1
} catch (mistake) {
  console.error(mistake.message)
  failed = 1
}
try {
  const count = counted()
  passed = count.passed
  failed = Math.max(failed, count.failed)
} catch {
  failed = Math.max(failed, 1)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
