import { describe, expect, it } from 'vitest'
import { FORM_TYPE, formBytes } from '../../test/cast/plain-form.ts'
import { answers, fieldsOf, nonceIn, openVillage } from '../../test/cast/village.ts'
import { greyJpeg } from '../../test/samples/pictures.ts'
import { paths } from '../paths.ts'
import { concat, utf8 } from '../sealing/bytes.ts'
import { memory } from './memory.ts'

const MIB = 2 ** 20
/** Without the picture of the query code, so that a failure can be read. */
const wordsIn = (html: string) => html.replace(/<[^>]*>/g, ' ')

describe('memory for files', () => {
  it('is given to no more than there is, to one network its share, and again once it is left', () => {
    const spaceFor = memory({ all: 10, ofOne: 6 })
    const [one, same, other] = [spaceFor('203.0.113'), spaceFor('203.0.113'), spaceFor('198.51.100')]
    expect([one.take(4), same.take(2), same.take(1)]).toEqual([true, true, false])
    expect([other.take(4), other.take(1), spaceFor().take(1)]).toEqual([true, false, false])
    one.release()
    one.release()
    expect([same.take(4), same.take(1), other.take(1)]).toEqual([true, false, false])
  })

  it('is not held by lines that stand still, however many: the words come, and the file is told as having no room', async () => {
    const village = await openVillage()
    const nonce = nonceIn(await (await village.get(paths.code(village.token))).text())
    const heic = concat(
      Uint8Array.from([0, 0, 0, 24]),
      utf8('ftypheic'),
      new Uint8Array(4),
      utf8('mif1heic'),
      new Uint8Array(7.5 * MIB),
    )
    const post = (body: BodyInit) => {
      const init: RequestInit & { duplex: 'half' } = {
        method: 'POST',
        headers: { 'Content-Type': FORM_TYPE },
        body,
        duplex: 'half',
      }
      return village.app.request(paths.code(village.token), init)
    }
    const formWith = (n: number, bytes: typeof heic) =>
      formBytes(fieldsOf({ ...answers, text: `${answers.text} ${n}` }, nonce), [{ name: 'photo', bytes }])

    /** Most of the file, and then it stands still. */
    const stand = async (n: number) => {
      const whole = formWith(n, heic)
      const [most, end] = [whole.subarray(0, -MIB), whole.subarray(-MIB)]
      let at = 0
      let go = () => {}
      let answer = Promise.resolve(new Response())
      await new Promise<void>((isRead) => {
        const body = new ReadableStream<Uint8Array>({
          async pull(stream) {
            const piece = most.slice(at, at + MIB / 4)
            at += piece.length
            if (piece.length > 0) return stream.enqueue(piece)
            isRead()
            await new Promise<void>((on) => {
              go = on
            })
            stream.enqueue(end.slice())
            stream.close()
          },
        })
        answer = Promise.resolve(post(body))
      })
      return { answer, go: () => go() }
    }
    const standing = []
    for (let n = 0; n < 4; n++) standing.push(await stand(n))

    const late = wordsIn(await (await post(formWith(9, heic))).text())
    expect(late).toMatch(/这会儿我们存不下/)
    expect(late).toContain('您写的话已经收到，不会丢。')
    for (const { answer, go } of standing) {
      go()
      expect(wordsIn(await (await answer).text())).not.toContain('这会儿我们存不下')
    }

    const after = await post(formWith(10, greyJpeg(8, 8, new Uint8Array(MIB).fill(0x3f))))
    expect(wordsIn(await after.text())).toContain('照片也收到了')
  })
})
