import { describe, expect, it } from 'vitest'
import { atOnce, HANDFUL, inTurn, type Part } from './in-turn.ts'

/** Work of so many pieces, and in which order whose were done. */
function worker(done: string[]) {
  return (name: string, pieces: number): Part => {
    let left = pieces
    return async (most) => {
      const took = Math.min(most, left)
      left -= took
      for (let n = 0; n < took; n++) done.push(name)
      return took
    }
  }
}
const runs = (done: readonly string[]) => done.filter((name, at) => name !== done[at - 1])

describe('parts in turn', () => {
  it('are all done, however much each is, and none waits for another to be through', async () => {
    const done: string[] = []
    const work = worker(done)
    const [a, c] = [2 * HANDFUL + 5, HANDFUL + 2]
    expect(await inTurn([work('a', a), work('b', 5), work('c', c)])).toBe(true)
    expect(done).toHaveLength(a + 5 + c)
    expect(runs(done)).toEqual(['a', 'b', 'c', 'a', 'c', 'a'])
  })

  it('each have a turn in the first go, however little room there is', async () => {
    const done: string[] = []
    const work = worker(done)
    expect(await inTurn([work('a', 35), work('b', 5), work('c', 12)], 7)).toBe(false)
    expect(runs(done)).toEqual(['a', 'b', 'c', 'a'])
  })

  it.each([0, 1, 2, 9, 10, 11, 51])('stop after %i pieces and go on later', async (most) => {
    const done: string[] = []
    const work = worker(done)
    const parts = [work('a', 35), work('b', 5), work('c', 12)]
    expect(await inTurn(parts, most)).toBe(false)
    expect(done).toHaveLength(most)
    expect(await inTurn(parts)).toBe(true)
    expect(done).toHaveLength(52)
  })

  it('that fail keep no other from being done, and the first failure is told', async () => {
    const done: string[] = []
    const work = worker(done)
    const failing =
      (why: string): Part =>
      () =>
        Promise.reject(new Error(why))
    const all = inTurn([
      failing('first'),
      work('a', 250),
      failing('second'),
      atOnce(async () => void done.push('b')),
    ])
    await expect(all).rejects.toThrow('first')
    expect([done.filter((name) => name === 'a').length, done.includes('b')]).toEqual([250, true])
  })

  it('tell of a piece at fault also where the room ends before the part does', async () => {
    const part: Part = async (most, fail) => {
      fail(new Error('this piece'))
      return most
    }
    await expect(inTurn([part], 3)).rejects.toThrow('this piece')
  })
})
