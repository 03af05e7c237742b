import { expect, it } from 'vitest'
import { brings } from './bringing.client.ts'

it('what two fonts of a page ask for in one moment comes once and is given to both, each its own', async () => {
  const { port1: frame, port2: page } = new MessageChannel()
  const asked: string[] = []
  page.onmessage = ({ data }) => {
    asked.push(data.want)
    page.postMessage({ brought: data.want, bytes: Uint8Array.of(1, 2, 3) })
  }
  frame.start()
  const { StandardFontDataFactory } = brings(frame)
  const fetching = () => new StandardFontDataFactory().fetch({ filename: 'FoxitSans.pfb' })
  const [one, other, later] = [...(await Promise.all([fetching(), fetching()])), await fetching()]
  expect([one, other, later]).toEqual(Array(3).fill(Uint8Array.of(1, 2, 3)))
  expect(one).not.toBe(other)
  expect(asked).toEqual(['standard_fonts/FoxitSans.pfb'])
  frame.close()
})
