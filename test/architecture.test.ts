import { describe, expect, test } from 'vitest'
import { breachesOf, rules } from './architecture.ts'
import { importsOf, readTree } from './imports.ts'

const src = readTree('src')

describe.each(rules)('$says', (rule) => {
  test('in the house', () => {
    expect(breachesOf(rule, src)).toEqual([])
  })

  test('and would be noticed', () => {
    expect(rule.broken.length).toBeGreaterThan(0)
    for (const house of rule.broken) expect(breachesOf(rule, house)).not.toEqual([])
  })
})

describe('a line of a comment', () => {
  const tooLong = (code: string) =>
    code.split('\n').filter((line) => /^.{121,}$/.test(line) && isComment(line))
  const isComment = (line: string) => /^\s*(\/\/|\/?\*)/.test(line)

  test('is no longer than 120 characters', () => {
    const all = { ...src, ...readTree('test'), ...readTree('bench') }
    const found = Object.entries(all).flatMap(([file, code]) =>
      tooLong(code).map((line) => `${file}: ${line}`),
    )
    expect(found).toEqual([])
  })

  test.each(['// ', '/** ', '  // ', '   * '])('and would be noticed behind %j', (mark) => {
    expect(tooLong(mark.padEnd(120, 'a'))).toEqual([])
    expect(tooLong(mark.padEnd(121, 'a'))).toHaveLength(1)
  })
})

describe('the scanner of imports', () => {
  const read = (code: string) => importsOf({ 'src/queue/a.ts': code })

  test.each([
    [`import a, { b as c } from '../db/db.ts'`, 'src/db/db.ts', false, ['a', 'c']],
    [`import {\n  a,\n  type B,\n} from './b.ts'`, 'src/queue/b.ts', false, ['a', 'B']],
    [`import * as z from 'zod'`, 'zod', false, ['z']],
    [`import './b.ts'`, 'src/queue/b.ts', false, []],
    [`import type { A } from './b.ts'`, 'src/queue/b.ts', true, ['A']],
    [`import { type A, type B } from './b.ts'`, 'src/queue/b.ts', true, ['A', 'B']],
    [`export * from './b.ts'`, 'src/queue/b.ts', false, ['*']],
    [`export { a } from './b.ts'`, 'src/queue/b.ts', false, ['a']],
    [`const a = await import('./b.ts')`, 'src/queue/b.ts', false, []],
    [`let a: import('./b.ts').A`, 'src/queue/b.ts', false, []],
  ])('reads %j', (code, to, typeOnly, names) => {
    expect(read(code)).toEqual([{ from: 'src/queue/a.ts', to, typeOnly, names }])
  })

  test('reads no comment, and no comment out of a string', () => {
    expect(read(`// import './b.ts'\n/* import './c.ts' */`)).toEqual([])
    expect(read(`const url = 'https://a'\nimport './b.ts'`)).toHaveLength(1)
  })

  test('has seen the house', () => {
    const imports = importsOf(src)
    expect(Object.keys(src).length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(100)
    const ours = imports.filter(({ to }) => to.startsWith('src/') && to.endsWith('.ts'))
    expect(ours.map(({ to }) => to).filter((path) => !(path in src))).toEqual([])
  })
})
