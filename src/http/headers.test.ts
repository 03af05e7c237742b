import { readFileSync } from 'node:fs'
import { CspEvaluator } from 'csp_evaluator'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { describe, expect, it } from 'vitest'
import { isForSandbox, mayRecord, ONLY_TLS, strict, strictHeaders } from './headers.ts'
import { Hono } from './hono.ts'

async function headersAt(address: string, publicUrl?: string): Promise<Headers> {
  const app = new Hono().use(strictHeaders(publicUrl)).get('/', (c) => c.text('ok'))
  return (await app.request(address)).headers
}

const judged = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity < Severity.INFO)
    .map(({ severity, directive, value }) => `${Severity[severity]} ${directive} ${value}`)

/** The lines of public/_headers: for each pattern what it sets, or takes back from a wider one. */
function forFiles(): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {}
  let pattern = ''
  for (const line of readFileSync('public/_headers', 'utf8').split('\n')) {
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line.replace(/^ {2}! (\S+)$/, '  not-$1: any')) ?? []
    if (name && value) found[pattern] = { ...found[pattern], [name]: value }
    else if (line.startsWith('/')) pattern = line
  }
  return found
}

describe('the headers of every answer', () => {
  it('have a policy in which an outside judge finds nothing but scripts of our own', async () => {
    const policy = (await headersAt('https://mashang.example/')).get('Content-Security-Policy') ?? ''
    // It warns of 'self' wherever it stands, for a host may serve what others wrote. Ours serves none.
    expect(judged(policy)).toEqual(["MEDIUM_MAYBE script-src 'self'"])
  })

  it('would be found wanting by that judge with a hole in them', () => {
    const policy = strict['Content-Security-Policy'] ?? ''
    const holed = policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline' https:")
    expect(judged(holed)).toEqual(
      expect.arrayContaining(["HIGH script-src 'unsafe-inline'", 'HIGH script-src https:']),
    )
  })

  it('report to nobody, and allow a page nothing of the device', async () => {
    const headers = await headersAt('https://mashang.example/')
    expect([...headers].join('\n')).not.toMatch(/report|unsafe|https?:|\*/)
    expect(headers.has('NEL') || headers.has('Reporting-Endpoints')).toBe(false)
    const features = (headers.get('Permissions-Policy') ?? '').split(', ')
    expect(features).toEqual(expect.arrayContaining(['camera=()', 'microphone=()', 'geolocation=()']))
    expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual([])
  })

  it('allow the microphone, and nothing else, where somebody may speak instead of writing', async () => {
    const app = new Hono().use(strictHeaders(undefined)).get('/', (c) => {
      mayRecord(c)
      return c.text('ok')
    })
    const features = (await app.request('/')).headers.get('Permissions-Policy')?.split(', ') ?? []
    expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['microphone=(self)'])
  })

  it.each([
    ['https://mashang.example/', undefined, ONLY_TLS],
    ['http://mashang.example/', 'https://mashang.example', ONLY_TLS],
    // A proxy may have ended TLS before us.
    ['http://mashang.example/', undefined, ONLY_TLS],
    ['http://127.0.0.1:8787/', undefined, null],
    ['http://localhost:8787/', undefined, null],
    ['http://localhost/', 'https://mashang.example', ONLY_TLS],
  ])('at %s, printed as %s, demand TLS: %s', async (address, publicUrl, demanded) => {
    expect((await headersAt(address, publicUrl)).get('Strict-Transport-Security')).toBe(demanded)
  })

  it('are those of files on Workers', () => {
    const { '/*': all, '/built/*': built, ...others } = forFiles()
    expect(all).toEqual({ ...strict, 'Strict-Transport-Security': ONLY_TLS })
    expect(built).toEqual({ 'Cache-Control': 'public, max-age=31536000, immutable' })
    // Only what the frames without an origin ask for; set without being taken back first, it would say both.
    const elsewhere = { 'Cross-Origin-Resource-Policy': 'cross-origin' }
    expect(others).toEqual({
      '/built/sandboxed-*': { 'not-Cross-Origin-Resource-Policy': 'any', ...elsewhere },
    })
    const names = [
      '/public/built/sandboxed-media-01.js.br',
      '/built/media-sandboxed-1.js',
      '/sandboxed-/a.js',
    ]
    expect(names.map(isForSandbox)).toEqual([true, false, false])
  })
})
