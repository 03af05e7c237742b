import { afterEach, describe, expect, it } from 'vitest'
import { ownFrame } from './own-frame.client.ts'

const ours = '/built/viewer-0123456789.js'
const elsewhere = ['https://other.example/a.js', '/built/a.js"></script><script>1//.js', '/files/a.js', '']

describe('the markup of a frame', () => {
  const realm = globalThis as Record<string, unknown>
  afterEach(() => {
    delete realm.trustedTypes
    delete realm.ownFrames
  })

  it('is one script of ours and a policy that takes the line away', () => {
    const markup = ownFrame(ours)
    expect(markup.match(/<[a-z/!]+/g)).toEqual(['<!doctype', '<meta', '<script', '</script'])
    expect(markup).toContain(`<script src="${ours}">`)
    expect(markup).toContain("connect-src 'none'")
  })

  it.each(elsewhere)('is never made of %j', (address) => {
    expect(() => ownFrame(address)).toThrow(TypeError)
  })

  it('goes through one policy, which is made once, where the browser has such', () => {
    const made: string[] = []
    const createPolicy = (name: string, rules: { createHTML(address: string): string }) => {
      made.push(name)
      return { createHTML: (address: string) => ({ trusted: rules.createHTML(address) }) }
    }
    realm.trustedTypes = { createPolicy }
    for (const _ of [1, 2]) expect(ownFrame(ours)).toEqual({ trusted: expect.stringContaining(ours) })
    for (const address of elsewhere) expect(() => ownFrame(address)).toThrow(TypeError)
    expect(made).toEqual(['mashang'])
  })
})
