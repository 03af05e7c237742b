import { afterEach, describe, expect, it } from 'vitest'
import { ownScript } from './own-scripts.client.ts'

const elsewhere = [
  'https://other.example/built/work.js',
  '//other.example/work.js',
  '/built/../c/work.js',
  '/files/work.js',
  '/work.js?of=another',
  'data:text/javascript,0',
  'blob:https://mashang.example/1',
  'work.js',
  '',
]
const ours = ['/built/work-0123456789.js', '/service-worker.js']

describe('a script that a page starts', () => {
  const realm = globalThis as Record<string, unknown>
  afterEach(() => {
    delete realm.trustedTypes
    delete realm.ownScripts
  })

  it.each(elsewhere)('is never %s', (address) => {
    expect(() => ownScript(address)).toThrow(TypeError)
  })

  it.each(ours)('may be %s', (address) => {
    expect(ownScript(address)).toBe(address)
  })

  it('goes through one policy, which is made once for all who ask, where the browser has such', () => {
    const made: string[] = []
    const createPolicy = (name: string, rules: { createScriptURL(address: string): string }) => {
      made.push(name)
      return { createScriptURL: (address: string) => ({ trusted: rules.createScriptURL(address) }) }
    }
    realm.trustedTypes = { createPolicy }
    for (const address of ours) expect(ownScript(address)).toEqual({ trusted: address })
    for (const address of elsewhere) expect(() => ownScript(address)).toThrow(TypeError)
    expect(made).toEqual(['mashang'])
  })
})
