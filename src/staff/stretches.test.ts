import { expect, it } from 'vitest'
import { inStretches } from './stretches.ts'

/** A list that is read two at a time, as the server gives it: what is kept is not listed any more. */
function listed(...ids: string[]) {
  const left = new Set(ids)
  const next = async (after: string) =>
    [...left]
      .filter((id) => id > after)
      .slice(0, 2)
      .map((id) => ({ id }))
  return { left, next }
}

it('does a list to its end, whatever of it cannot be done', async () => {
  const { left, next } = listed('a', 'b', 'c', 'd', 'e')
  await inStretches(next, async (stretch) => {
    for (const { id } of stretch) if (id !== 'b') left.delete(id)
    return 'kept'
  })
  expect([...left]).toEqual(['b'])
})

it('asks again for a stretch that somebody else did a part of', async () => {
  const { left, next } = listed('a', 'b', 'c')
  const tried: string[] = []
  await inStretches(next, async (stretch) => {
    tried.push(stretch.map(({ id }) => id).join(''))
    const isTaken = left.delete('a')
    if (isTaken) return 'overtaken'
    for (const { id } of stretch) left.delete(id)
    return 'kept'
  })
  expect(tried).toEqual(['ab', 'bc'])
  expect([...left]).toEqual([])
})

it('passes by what is refused again and again, and does the rest', async () => {
  const { left, next } = listed('a', 'b', 'c')
  const tried: string[] = []
  await inStretches(next, async (stretch) => {
    tried.push(stretch.map(({ id }) => id).join(''))
    if (stretch.some(({ id }) => id === 'a')) return 'overtaken'
    for (const { id } of stretch) left.delete(id)
    return 'kept'
  })
  expect(tried).toEqual(['ab', 'ab', 'c'])
  expect([...left]).toEqual(['a', 'b'])
})
