import { expect, it } from 'vitest'
import { shortLine } from './short-line.ts'

it('shows twenty-four Chinese characters, or twice as many Latin letters', () => {
  expect(shortLine('村'.repeat(24))).toBe('村'.repeat(24))
  expect(shortLine('村'.repeat(25))).toBe(`${'村'.repeat(24)}…`)
  expect(shortLine('a'.repeat(48))).toBe('a'.repeat(48))
  expect(shortLine('a'.repeat(49))).toBe(`${'a'.repeat(48)}…`)
})

it('counts what is mixed by its width, and cuts no character in two', () => {
  expect(shortLine(`12.5 亩${'地'.repeat(30)}`)).toBe(`12.5 亩${'地'.repeat(20)}…`)
  expect(shortLine('🏇'.repeat(30))).toBe(`${'🏇'.repeat(24)}…`)
  expect(shortLine(`${'a'.repeat(47)}村`)).toBe(`${'a'.repeat(47)}…`)
})

it('is one line, whatever was typed', () => {
  expect(shortLine('水渠\n堵了  三年')).toBe('水渠 堵了 三年')
})
