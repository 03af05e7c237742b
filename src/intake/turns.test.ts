import { describe, expect, it } from 'vitest'
import { Slowed, turns } from './turns.ts'

function job() {
  let finish: (value: string) => void = () => {}
  const done = new Promise<string>((resolve) => {
    finish = resolve
  })
  return { done, finish }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('turns', () => {
  it('let two in, let two stand in line, and send the next away with a number of seconds', async () => {
    const take = turns({ atOnce: 2, waiting: 2 })
    const started: number[] = []
    const jobs = Array.from({ length: 5 }, job)
    const taken = jobs.map(({ done }, n) =>
      take(() => {
        started.push(n)
        return done
      }),
    )
    await settled()
    expect(started).toEqual([0, 1])
    expect(await taken[4]).toEqual(new Slowed(5))

    jobs[1]?.finish('one')
    await settled()
    expect(started).toEqual([0, 1, 2])
    for (const { finish } of jobs) finish('done')
    expect(await Promise.all(taken.slice(0, 4))).toEqual(['done', 'one', 'done', 'done'])
    expect(await take(async () => 'free again')).toBe('free again')
  })

  it('let a whole village in from one network, each in the order they came', async () => {
    const take = turns({ atOnce: 2, waiting: 200 })
    const served: number[] = []
    const village = Array.from({ length: 202 }, (_, n) => take(async () => served.push(n), '203.0.113'))
    expect((await Promise.all(village)).filter((one) => one instanceof Slowed)).toEqual([])
    expect(served).toEqual(Array.from({ length: 202 }, (_, n) => n))
  })

  it('let networks take turns, so that a long line of one keeps nobody else waiting', async () => {
    const take = turns({ atOnce: 1, waiting: 9 })
    const served: string[] = []
    const from = (network: string, n: number) => take(async () => served.push(`${network} ${n}`), network)
    const greedy = [0, 1, 2, 3].map((n) => from('greedy', n))
    const others = [from('first', 0), from('second', 0), from('first', 1)]
    await Promise.all([...greedy, ...others])
    const inTurn = ['greedy 1', 'first 0', 'second 0', 'greedy 2', 'first 1', 'greedy 3']
    expect(served).toEqual(['greedy 0', ...inTurn])
  })

  it('send away the last of the longest line where all places are taken, and nobody else', async () => {
    const take = turns({ atOnce: 1, waiting: 3 })
    const greedy = [0, 1, 2, 3].map((n) => take(async () => `greedy ${n}`, '203.0.113'))
    const other = take(async () => 'other', '198.51.100')
    const again = take(async () => 'greedy 4', '203.0.113')
    expect(await Promise.all([...greedy, again, other])).toEqual([
      ...['greedy 0', 'greedy 1', 'greedy 2', new Slowed(5), new Slowed(5)],
      'other',
    ])
  })

  it('send away who comes last where each network has one', async () => {
    const take = turns({ atOnce: 1, waiting: 2 })
    const taken = ['a', 'b', 'c', 'd'].map((network) => take(async () => network, network))
    expect(await Promise.all(taken)).toEqual(['a', 'b', 'c', new Slowed(5)])
    expect(await take(async () => 'free again', 'd')).toBe('free again')
  })

  it('go on after a job that failed', async () => {
    const take = turns({ atOnce: 1, waiting: 1 })
    const failing = take(() => Promise.reject(new Error('broken')))
    const next = take(async () => 'next')
    await expect(failing).rejects.toThrow('broken')
    expect(await next).toBe('next')
  })

  it('are never taken by more than may run, however they end', async () => {
    const take = turns({ atOnce: 2, waiting: 100 })
    let running = 0
    let most = 0
    const one = (n: number) =>
      take(async () => {
        running++
        most = Math.max(most, running)
        await settled()
        running--
        if (n % 3 === 0) throw new Error('broken')
      }).catch(() => {})
    await Promise.all(Array.from({ length: 30 }, (_, n) => one(n)))
    expect({ most, running }).toEqual({ most: 2, running: 0 })
  })
})
