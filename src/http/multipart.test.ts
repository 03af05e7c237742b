import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORM_TYPE, formBytes } from '../../test/cast/plain-form.ts'
import { type Bytes, concat, utf8 } from '../sealing/bytes.ts'
import { boundaryIn, Malformed, partsOf } from './multipart.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function* cut(bytes: Bytes, lengths: readonly number[]): AsyncGenerator<Bytes, void> {
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const length = lengths[n % lengths.length] ?? bytes.length
    yield bytes.subarray(at, at + length)
    at += length
  }
}

interface Read {
  name: string
  filename: string | undefined
  body: Bytes
}

async function readAll(bytes: Bytes, boundary: string, lengths: readonly number[] = [bytes.length]) {
  const read: Read[] = []
  for await (const { body, ...told } of partsOf(cut(bytes, lengths), boundary)) {
    const pieces: Bytes[] = []
    for await (const piece of body) pieces.push(piece)
    read.push({ ...told, body: concat(...pieces) })
  }
  return read
}

/** As a browser writes it. */
async function written(form: FormData) {
  const response = new Response(form)
  const boundary = boundaryIn(response.headers.get('Content-Type') ?? '') ?? ''
  return { boundary, bytes: new Uint8Array(await response.arrayBuffer()) }
}

const picture = concat(utf8('\r\n--'), Uint8Array.of(0, 13, 10, 45, 45, 255), utf8('--\r\n\r\n--x'))

/** As browsers write it; where no file was chosen its name is empty. */
const boundary = boundaryIn(FORM_TYPE) ?? ''
const bytes = formBytes(
  { text: '第一行\r\n第二行' },
  [{ name: 'photo', bytes: picture, filename: '照"片;name="text".jpg' }],
  false,
)

describe('a form of parts', () => {
  it('is read the same wherever its bytes are cut', async () => {
    const whole = await readAll(bytes, boundary)
    expect(whole.map(({ name }) => name)).toEqual(['text', 'photo', 'voice'])
    expect(whole.map(({ filename }) => filename !== undefined)).toEqual([false, true, true])
    expect(text(whole[0]!.body)).toBe('第一行\r\n第二行')
    expect(whole[1]!.body).toEqual(picture)
    expect(whole[2]!.body.length).toBe(0)
    for (let at = 1; at < bytes.length; at++)
      expect(await readAll(bytes, boundary, [at, bytes.length])).toEqual(whole)
    expect(await readAll(bytes, boundary, [1])).toEqual(whole)
  })

  it('gives back what went in, whatever that was', async () => {
    const line = fc.string({ unit: fc.constantFrom('\r', '\n', '-', 'x', ':', '"') })
    const bodies = fc.array(fc.oneof(fc.uint8Array({ maxLength: 300 }), line.map(utf8)), { maxLength: 5 })
    const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(bodies, lengths, async (bodies, lengths) => {
        const form = new FormData()
        for (const [n, body] of bodies.entries()) form.set(`part${n}`, new File([Uint8Array.from(body)], 'f'))
        const { bytes, boundary } = await written(form)
        const read = await readAll(bytes, boundary, lengths)
        expect(read.map(({ body }) => [...body])).toEqual(bodies.map((body) => [...body]))
      }),
    )
  })

  it('passes over a part nobody reads, also when it is left half way', async () => {
    for (const lengths of [[bytes.length], [7], [1]]) {
      const names: string[] = []
      for await (const { name, body } of partsOf(cut(bytes, lengths), boundary)) {
        names.push(name)
        if (name === 'photo') await body.next()
      }
      expect(names).toEqual(['text', 'photo', 'voice'])
    }
  })

  it('ends in one way however early it ends, and gives no more than came', async () => {
    const end = bytes.length - 4
    for (let length = 0; length < end; length++)
      await expect(readAll(bytes.slice(0, length), boundary, [64])).rejects.toBeInstanceOf(Malformed)
    expect((await readAll(bytes.slice(0, end + 2), boundary)).length).toBe(3)
  })

  it('survives bytes that are no form', async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc
        .array(fc.constantFrom('--b', '\r\n', '--', 'Content-Disposition: form-data; name="a"', '\0'))
        .map((parts) => utf8(parts.join(''))),
    )
    await fc.assert(
      fc.asyncProperty(noise, fc.integer({ min: 1, max: 50 }), async (noise, length) => {
        const fault = await readAll(Uint8Array.from(noise), 'b', [length]).catch((fault) => fault)
        expect(Array.isArray(fault) || fault instanceof Malformed).toBe(true)
      }),
    )
  })

  it('has no end of heads, and no end of parts', async () => {
    const long = utf8(`--b\r\nX: ${'x'.repeat(9000)}\r\n\r\n\r\n--b--`)
    await expect(readAll(long, 'b', [100])).rejects.toBeInstanceOf(Malformed)
    const many = utf8(`${'--b\r\n\r\n\r\n'.repeat(300)}--b--`)
    await expect(readAll(many, 'b')).rejects.toBeInstanceOf(Malformed)
  })

  it('tells its boundary by its type', () => {
    expect(boundaryIn('multipart/form-data; boundary=----WebKit1')).toBe('----WebKit1')
    expect(boundaryIn('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      `multipart/form-data; boundary=${'x'.repeat(71)}`,
    ])
      expect(boundaryIn(type)).toBeUndefined()
  })
})
