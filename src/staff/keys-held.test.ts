import { expect, test } from 'vitest'
import { lossWords } from './held-keys.tsx'
import { type Holder, ifGone, weaknesses } from './keys-held.ts'

const holder = (id: string, held: Partial<Holder>): Holder => ({
  id,
  name: id,
  leads: false,
  key: false,
  contact: false,
  ...held,
})
const leader = holder('li', { leads: true, key: true, contact: true })
const deputy = holder('liang', { leads: true, key: true, contact: true })
const member = holder('chen', { key: true })
const newcomer = holder('wu', {})

test('a team of two leaders and a member is strong, and stays so when the member leaves', () => {
  const people = [leader, deputy, member]
  expect(weaknesses(people)).toEqual([])
  expect(ifGone(people, 'chen')).toEqual({ changesLock: true, changer: leader, worse: [] })
})

test('when one of two leaders leaves, the other changes the lock and holds the contact key alone', () => {
  const loss = ifGone([leader, deputy, member], 'li')
  expect(loss).toEqual({ changesLock: true, changer: deputy, worse: [{ of: 'contact', left: deputy }] })
})

test('when the only leader leaves, nobody changes the lock or reads a telephone number', () => {
  const loss = ifGone([leader, member, newcomer], 'li')
  expect(loss.changer).toBeUndefined()
  expect(loss.worse).toEqual([
    { of: 'key', left: member },
    { of: 'contact', left: undefined },
  ])
})

test('when the only holder leaves, nobody opens anything', () => {
  expect(ifGone([leader, newcomer], 'li').worse).toEqual([
    { of: 'key', left: undefined },
    { of: 'contact', left: undefined },
  ])
})

test('who holds no key changes nothing by leaving, and what is weak today is not said again', () => {
  const people = [leader, member, newcomer]
  expect(weaknesses(people)).toEqual([{ of: 'contact', left: leader }])
  expect(ifGone(people, 'wu')).toEqual({ changesLock: false, changer: leader, worse: [] })
})

test('who leads and has no key yet is named after who has one, and never as who changes the lock', () => {
  const told = (...people: Holder[]) =>
    lossWords(
      'zh',
      people.map((one) => ({ ...one, roles: [] })),
      'li',
    )
  const keyless = { ...deputy, key: false, contact: false }
  expect(told(leader, keyless, { ...deputy, id: 'he', name: 'he' })).toContain('要换锁，由he换。')
  expect(told(leader, keyless, member)).toContain('要换锁，要先给liang交钥匙。')
})

test('a team without anybody opens nothing', () => {
  expect(weaknesses([])).toEqual([
    { of: 'key', left: undefined },
    { of: 'contact', left: undefined },
  ])
})
