import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paths } from '../src/paths.ts'
import { base64url, fromBase64url } from '../src/sealing/bytes.ts'
import { sealAsBrowser } from './cast/residents.ts'
import { takeSeat } from './cast/seat.ts'
import { fileOf } from './cast/sending.ts'
import { openVillage } from './journeys/stage.ts'

const words = fc.constantFrom(
  '',
  '__proto__',
  '\u0000',
  '💥',
  '../..',
  "' or 1=1 --",
  '<script>',
  'NaN',
  '1e999',
)
const value = fc.oneof(words, fc.jsonValue({ maxDepth: 2 }), fc.integer(), fc.base64String({ maxLength: 80 }))

it('a report with anything in any of its fields is taken or refused, and breaks nothing', async () => {
  const { place, token, complaints } = await openVillage()
  const seat = takeSeat(place.door)
  const said = {
    tile: 'B3',
    text: '路塌了。',
    reply: 'contactOnly',
    phone: '13912345678',
    consent: true,
  } as const
  const { posted } = await sealAsBrowser(seat, token, said, 'team', [fileOf(900)])
  const fields = Object.keys(posted)
  const sealed = ['dek', 'line', 'body', 'access', 'contact', 'lookup', 'right'] as const
  const statuses = new Set<number>()
  const ask = async (report: unknown) => {
    const { status } = await seat.ask(paths.code(token), report)
    statuses.add(status)
    expect(status).toBeLessThan(500)
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields, 'id ', 'constructor'), value, (field, put) =>
      ask({ ...posted, [field]: put }),
    ),
    { numRuns: 150 },
  )
  // A byte of an envelope, and its end.
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sealed),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(3),
      async (part, at, flip, cut) => {
        const bytes = fromBase64url((posted as Record<string, unknown>)[part] as string)
        bytes[at % bytes.length]! ^= flip
        await ask({ ...posted, [part]: base64url(bytes.slice(0, bytes.length - cut)) })
      },
    ),
    { numRuns: 80 },
  )
  expect([...statuses]).toEqual(expect.arrayContaining([200, 422]))
  expect((await seat.get(paths.code(token))).status).toBe(200)
  expect(complaints).toEqual([])
}, 60_000)
