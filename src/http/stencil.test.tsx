import { afterEach, expect, test, vi } from 'vitest'
import { takeWords } from '../i18n/beside.ts'
import { stencil } from './stencil.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

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

test('is drawn again once words have come that it was drawn without', async () => {
  let received = '收到了'
  const take = (words: string) => {
    received = words
  }
  vi.stubGlobal('WORDS_BESIDE', { address: '/english.txt', take })
  const fill = stencil((_: Same, blank) => (
    <p>
      {received} {blank}
    </p>
  ))
  const english = (status: number) =>
    takeWords(
      'English',
      async () => new Response('Received', { status }),
      () => {},
    )
  expect(await english(503)).toBe(false)
  expect(String(await fill({ day: '10月12日' }, '1'))).toContain('收到了 1')
  expect(await english(200)).toBe(true)
  expect(String(await fill({ day: '10月12日' }, '2'))).toContain('Received 2')
})

test('is drawn again when it could not be drawn', async () => {
  let isBroken = true
  const fill = stencil((_: Same, blank) => {
    if (isBroken) throw new Error('not drawn')
    return <p>{blank}</p>
  })
  await expect(fill({ day: '10月12日' }, '1')).rejects.toThrow('not drawn')
  isBroken = false
  expect(String(await fill({ day: '10月12日' }, '2'))).toContain('<p>2</p>')
})
