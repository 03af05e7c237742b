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

  it('give one network half of the places, and the others the rest', async () => {
    const take = turns({ atOnce: 1, waiting: 5 })
    const jobs = Array.from({ length: 5 }, job)
    const from = (network: string, n: number) => take(() => jobs[n]?.done ?? Promise.resolve(''), network)
    const greedy = [0, 1, 2].map((n) => from('203.0.113', n))
    expect(await from('203.0.113', 3)).toEqual(new Slowed(5))
    const others = [from('198.51.100', 3), from('192.0.2', 4)]
    for (const { finish } of jobs) finish('done')
    expect(await Promise.all([...greedy, ...others])).toEqual(Array(5).fill('done'))
    // Who has gone leaves the places behind.
    expect(await Promise.all([0, 1, 2].map((n) => from('203.0.113', n)))).toEqual(Array(3).fill('done'))
  })

  it('have fewer places for one network where many are to come through', async () => {
    const take = turns({ atOnce: 1, waiting: 9, ofOne: 2 })
    const { done, finish } = job()
    const taken = Array.from({ length: 3 }, () => take(() => done, '203.0.113'))
    expect(await taken[2]).toEqual(new Slowed(5))
    const other = take(async () => 'other', '198.51.100')
    finish('done')
    expect(await Promise.all([taken[0], taken[1], other])).toEqual(['done', 'done', 'other'])
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
