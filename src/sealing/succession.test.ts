import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeOffice } from '../../test/cast/sealing.ts'
import { type Bytes, sameBytes } from './bytes.ts'
import { signCertificate } from './certificates.ts'
import { importSigning } from './open.ts'
import { followRoots, type Succession, signSuccession } from './succession.ts'

const DAY = '2025-03-14'

async function makeRoot() {
  const office = await makeOffice()
  const key = await importSigning(office.keys.privateKey)
  return { publicKey: office.root, print: office.fingerprint, key }
}

type Root = Awaited<ReturnType<typeof makeRoot>>
let roots: Root[]
let links: Succession[]
beforeAll(async () => {
  roots = await Promise.all(Array.from({ length: 5 }, makeRoot))
  links = await Promise.all(roots.slice(1).map((to, at) => signSuccession(at + 1, root(at), to, DAY)))
})

const root = (at: number): Root => {
  const found = roots.at(at)
  if (!found) throw new RangeError(`no root ${at}`)
  return found
}
const link = (at: number): Succession => {
  const found = links[at]
  if (!found) throw new RangeError(`no link ${at}`)
  return found
}
const follow = (pin: Bytes, chain = links, to = root(-1).publicKey) => followRoots(pin, chain, to)

describe('a chain of roots', () => {
  it('leads from every root that was ever pinned to the one in force, and knows all before it', async () => {
    for (const { print } of roots) {
      const found = await follow(print)
      expect(found?.root).toEqual(root(-1).publicKey)
      expect(found?.earlier).toEqual(roots.slice(0, -1).map((one) => one.print))
    }
  })

  it('is the root alone while it has never changed', async () => {
    const { print, publicKey } = root(0)
    expect(await followRoots(print, [], publicKey)).toEqual({ root: publicKey, earlier: [] })
    expect(await followRoots(root(1).print, [], publicKey)).toBeUndefined()
  })

  it('does not lead from a strange pin', async () => {
    expect(await follow((await makeRoot()).print)).toBeUndefined()
  })

  it('is refused in any other order, and when a link is missing or comes twice', async () => {
    const orders = fc.array(fc.nat(links.length - 1), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(orders, fc.nat(roots.length - 1), async (order, pin) => {
        fc.pre(order.join() !== '0,1,2,3')
        const chain = order.map(link)
        // With no link at all the root in force is a good chain for whoever pins it.
        fc.pre(order.length > 0 || pin < roots.length - 1)
        expect(await follow(root(pin).print, chain)).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  it('cut short leads to the root of that day, and never from a later pin', async () => {
    const chain = links.slice(0, 2)
    expect((await follow(root(0).print, chain, root(2).publicKey))?.root).toEqual(root(2).publicKey)
    expect(await follow(root(0).print, chain)).toBeUndefined()
    expect(await follow(root(3).print, chain, root(2).publicKey)).toBeUndefined()
  })

  it('is refused with any byte of a signature or of what is signed changed', async () => {
    const spots = fc.tuple(fc.nat(3), fc.constantFrom('forward', 'back'), fc.nat(10_000))
    await fc.assert(
      fc.asyncProperty(spots, async ([at, side, spot]) => {
        const kept = link(at)[side as 'forward' | 'back']
        const place = spot % kept.length
        const letter = kept[place] === 'A' ? 'B' : 'A'
        const forged = { ...link(at), [side]: kept.slice(0, place) + letter + kept.slice(place + 1) }
        expect(await follow(root(0).print, links.with(at, forged))).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  it('is not begun by a stranger who claims the root in force as his heir', async () => {
    const stranger = await makeRoot()
    const fields = { number: 1, from: stranger.publicKey, to: root(0).publicKey, on: DAY }
    const claimed = await signCertificate('succession', fields, stranger.key)
    const forged = { from: stranger.publicKey, forward: claimed, back: claimed }
    expect(await followRoots(root(0).print, [forged], root(0).publicKey)).toBeUndefined()
  })

  it('a rival that an earlier root signs later moves no pin that has gone on', async () => {
    const rival = await makeRoot()
    const chain = [await signSuccession(1, root(0), rival, DAY)]
    expect(await followRoots(root(1).print, chain, rival.publicKey)).toBeUndefined()
    // What it does move is a pin left behind: the threat model says so.
    expect(await followRoots(root(0).print, chain, rival.publicKey)).toBeDefined()
  })

  it('does not go round', async () => {
    const back = await signSuccession(5, root(4), root(0), DAY)
    expect(await follow(root(4).print, [...links, back], root(0).publicKey)).toBeUndefined()
    expect(sameBytes(root(0).print, root(4).print)).toBe(false)
  })
})
