import { expect, test } from 'vitest'
import { stencil } from './stencil.ts'

interface Same {
  day: string
}

/** A stencil, and how often it was drawn. */
function counted() {
  const count = { drawn: 0 }
  const fill = stencil(({ day }: Same, blank) => {
    count.drawn++
    return (
      <p title={blank}>
        {day}: {blank}
      </p>
    )
  })
  return { fill, count }
}

test('is drawn once for all whom it tells the same, and filled for each', async () => {
  const { fill, count } = counted()
  const pages = [await fill({ day: '<10月12日>' }, '123456'), await fill({ day: '<10月12日>' }, '654321')]
  expect(pages.map(String)).toEqual([
    '<!doctype html><p title="123456">&lt;10月12日&gt;: 123456</p>',
    '<!doctype html><p title="654321">&lt;10月12日&gt;: 654321</p>',
  ])
  expect(count.drawn).toBe(1)
  expect(pages[0]?.fixed).toBe(pages[1]?.fixed)
})

test('is drawn again for whom it tells something else', async () => {
  const { fill, count } = counted()
  await fill({ day: '10月12日' }, '1')
  expect(String(await fill({ day: '10月13日' }, '1'))).toContain('10月13日: 1')
  expect(count.drawn).toBe(2)
})
