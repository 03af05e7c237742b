// MDN's HTTP Observatory judges what the house says to a browser. Only its rules are used: the product answers in
// process, and no request is made. It is installed on its own, locked, when a test first asks for it: as a package of
// the house it would bring its own server, database and error reporting to everybody, and at every installation would
// fetch two lists from other sites. What the rules do not need is replaced by a package that is here already.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where another site’s page asks from. */
const ELSEWHERE = 'https://elsewhere.example'

const kept = join(import.meta.dirname, 'observatory')
const cache = join(import.meta.dirname, '../node_modules/.cache/observatory')
const home = join(cache, 'node_modules/@mdn/mdn-http-observatory')
const done = join(cache, 'installed-lock.json')
const lock = join(kept, 'package-lock.json')

function ensure() {
  if (existsSync(done) && readFileSync(done, 'utf8') === readFileSync(lock, 'utf8')) return
  mkdirSync(cache, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(kept, file), join(cache, file))
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, stderr } = spawnSync('npm', args, { cwd: cache, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The Observatory could not be installed:\n${stderr}`)
  // Sites that browsers know beforehand: the house is none of them.
  writeFileSync(join(home, 'conf/hsts-preload.json'), '{}')
  cpSync(lock, done)
}

/** Its rules, as its own scanner adds them up. */
export async function openObservatory() {
  ensure()
  const load = (path) => import(pathToFileURL(path).href)
  const { ALL_TESTS } = await load(join(home, 'src/constants.js'))
  const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await load(join(home, 'src/grader/charts.js'))
  const { getGradeForScore, getScoreModifier } = await load(join(home, 'src/grader/grader.js'))
  const { Requests } = await load(join(home, 'src/types.js'))
  const { parseHttpEquivHeaders } = await load(join(home, 'src/retriever/utils.js'))
  const { CookieJar } = await load(join(cache, 'node_modules/tough-cookie/dist/cookie/index.js'))

  /** Judges an answer that came over TLS, in front of which plain addresses are sent on to TLS. */
  return async function judge(address, answer, cors) {
    const url = new URL(address)
    const plain = new URL(address.replace(/^https:/, 'http:'))
    const page = await answer.text()
    const as = ({ status, headers }) => {
      const cookies = headers.getSetCookie()
      const said = { ...Object.fromEntries(headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) }
      Object.defineProperty(said, 'get', { value: (name) => headers.get(name) ?? undefined })
      return { status, headers: said, verified: true }
    }
    const jar = new CookieJar()
    for (const cookie of answer.headers.getSetCookie()) jar.setCookieSync(cookie, address)

    const requests = new Requests(url.hostname)
    const { responses } = requests
    responses.auto = { ...as(answer), data: page, httpEquiv: parseHttpEquivHeaders(page, address) }
    responses.https = responses.auto
    responses.http = responses.auto
    responses.cors = { ...as(cors), request: { headers: { origin: ELSEWHERE } } }
    responses.httpRedirects = [
      { url: plain, status: 301 },
      { url, status: answer.status },
    ]
    requests.resources.path = page
    requests.session = { url, jar }

    const results = ALL_TESTS.map((test) => test(requests).result)
    const modifiers = results.map(getScoreModifier)
    const lost = modifiers.filter((n) => n < 0).reduce((sum, n) => sum + n, 100)
    const all = modifiers.reduce((sum, n) => sum + n, 100)
    const { score, grade } = getGradeForScore(lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : lost)
    return { score, grade, results }
  }
}
