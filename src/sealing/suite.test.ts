import { shake128 } from '@noble/hashes/sha3.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, concat, fromUtf8, hex, hmac, random, utf8 } from './bytes.ts'
import { openWith } from './envelope.ts'
import { importKeys, importSigning, openSealed } from './open.ts'
import { FORMAT, makeKeys, makeSigningKeys, sealTo, sealWith, sign, verify } from './suite.ts'

const fromHex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

// RFC 9180's test vectors, mode 0, kem_id 0x0010, kdf_id 0x0001, aead_id 0x0002. The RFC prints no vector of this
// suite; its JSON file has one. The last value is SHAKE128 over 1,000 ciphertexts, as Go's crypto/hpke condenses it.
const vector = {
  info: fromHex('4f6465206f6e2061204772656369616e2055726e'),
  skRm: fromHex('317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2'),
  pkRm: fromHex(
    '04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c',
  ),
  enc: fromHex(
    '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
  ),
  encryptions: '8d3263541fc1695b6e88ff3a1208577c',
}
const pkcs8 = fromHex('3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420')
const recipient = { publicKey: vector.pkRm, privateKey: concat(pkcs8, vector.skRm) }

describe('HPKE, read from RFC 9180 a second time', () => {
  it('gives the ciphertexts of the vectors', async () => {
    const context = await setupBaseR(await importKeys(recipient), vector.pkRm, vector.enc, vector.info)
    const source = shake128.create({})
    const draw = () => new Uint8Array(source.xof(source.xof(1)[0] ?? 0))
    const sink = shake128.create({ dkLen: 16 })
    for (let sequence = 0; sequence < 1000; sequence++)
      sink.update(await context.seal(sequence, draw(), draw()))
    expect(hex(sink.digest())).toBe(vector.encryptions)
  })

  it('is opened by this suite', async () => {
    const pair = await importKeys(recipient)
    const context = await setupBaseR(pair, vector.pkRm, vector.enc, vector.info)
    const aad = utf8('Count-0')
    const ciphertext = await context.seal(0, aad, utf8('Beauty is truth, truth beauty'))
    const opened = await openSealed(pair, vector.info, aad, concat(FORMAT, vector.enc, ciphertext))
    expect(fromUtf8(opened)).toBe('Beauty is truth, truth beauty')
  })

  it('opens what this suite seals', async () => {
    const sealed = await sealTo(vector.pkRm, vector.info, utf8('aad'), utf8('路没有修'))
    const enc = sealed.slice(2, 67)
    const context = await setupBaseR(await importKeys(recipient), vector.pkRm, enc, vector.info)
    expect(await context.seal(0, utf8('aad'), utf8('路没有修'))).toEqual(sealed.slice(67))
  })
})

describe('an envelope', () => {
  let keys: Awaited<ReturnType<typeof makeKeys>>
  let pair: CryptoKeyPair
  const [info, aad, plain] = [utf8('info'), utf8('aad'), utf8('清水村')]
  beforeAll(async () => {
    keys = await makeKeys()
    pair = await importKeys(keys)
  })

  it('begins with version and suite, and is 83 bytes longer when sealed to a key, 30 under one', async () => {
    const to = await sealTo(keys.publicKey, info, aad, plain)
    const under = await sealWith(random(32), aad, plain)
    expect([...to.slice(0, 2), ...under.slice(0, 2)]).toEqual([1, 1, 1, 1])
    expect([to.length, under.length]).toEqual([plain.length + 83, plain.length + 30])
  })

  it('never comes out the same twice', async () => {
    const key = random(32)
    expect(await sealTo(keys.publicKey, info, aad, plain)).not.toEqual(
      await sealTo(keys.publicKey, info, aad, plain),
    )
    expect(await sealWith(key, aad, plain)).not.toEqual(await sealWith(key, aad, plain))
  })

  it('opens for its key, info and additional data only', async () => {
    const sealed = await sealTo(keys.publicKey, info, aad, plain)
    expect(await openSealed(pair, info, aad, sealed)).toEqual(plain)
    const stranger = await importKeys(await makeKeys())
    const refused = { name: 'Unopened', why: 'key' }
    await expect(openSealed(stranger, info, aad, sealed)).rejects.toMatchObject(refused)
    await expect(openSealed(pair, utf8('other'), aad, sealed)).rejects.toMatchObject(refused)
    await expect(openSealed(pair, info, utf8('other'), sealed)).rejects.toMatchObject(refused)
  })

  it('of another version, another suite or no length does not open, and says so', async () => {
    const key = random(32)
    const sealed = await sealWith(key, aad, plain)
    const to = await sealTo(keys.publicKey, info, aad, plain)
    expect(await openWith(key, aad, sealed)).toEqual(plain)
    for (const [version, suite] of [
      [2, 1],
      [1, 2],
    ]) {
      const changed = (envelope: Bytes) => concat(Uint8Array.of(version!, suite!), envelope.slice(2))
      await expect(openWith(key, aad, changed(sealed))).rejects.toMatchObject({ why: 'format' })
      await expect(openSealed(pair, info, aad, changed(to))).rejects.toMatchObject({ why: 'format' })
    }
    for (const length of [0, 1, 2, 29])
      await expect(openWith(key, aad, sealed.slice(0, length))).rejects.toMatchObject({ why: 'format' })
    await expect(openSealed(pair, info, aad, to.slice(0, 82))).rejects.toMatchObject({ why: 'format' })
  })

  it('does not open once a single bit is flipped, wherever it is', async () => {
    const key = random(32)
    const sealed = await sealWith(key, aad, plain)
    const to = await sealTo(keys.publicKey, info, aad, plain)
    const flipped = (envelope: Bytes, at: number) => envelope.map((byte, i) => (i === at ? byte ^ 1 : byte))
    for (let at = 0; at < sealed.length; at++)
      await expect(openWith(key, aad, flipped(sealed, at))).rejects.toThrow('did not open')
    for (let at = 0; at < to.length; at += 7)
      await expect(openSealed(pair, info, aad, flipped(to, at))).rejects.toThrow('did not open')
  })

  it('is not sealed to bytes that are no point of the curve', async () => {
    await expect(sealTo(concat(Uint8Array.of(4), random(64)), info, aad, plain)).rejects.toThrow()
  })
})

describe('imported keys', () => {
  it('cannot be exported again', async () => {
    const { privateKey } = await importKeys(await makeKeys())
    const signing = await importSigning((await makeSigningKeys()).privateKey)
    expect([privateKey.extractable, signing.extractable]).toEqual([false, false])
  })

  it('are refused as unopened, not as an error of the runtime', async () => {
    const broken = { publicKey: random(65), privateKey: random(40) }
    await expect(importKeys(broken)).rejects.toMatchObject({ name: 'Unopened', why: 'format' })
    await expect(importSigning(broken.privateKey)).rejects.toMatchObject({ name: 'Unopened', why: 'format' })
  })
})

describe('a signature', () => {
  it('is 64 bytes and holds for its key and message only', async () => {
    const keys = await makeSigningKeys()
    const message = utf8('cert')
    const signature = await sign(await importSigning(keys.privateKey), message)
    expect(signature).toHaveLength(64)
    expect(await verify(keys.publicKey, message, signature)).toBe(true)
    expect(await verify(keys.publicKey, utf8('Cert'), signature)).toBe(false)
    expect(await verify((await makeSigningKeys()).publicKey, message, signature)).toBe(false)
    expect(await verify(keys.publicKey, message, signature.slice(1))).toBe(false)
  })

  it('of a key that is none holds for nothing', async () => {
    expect(await verify(random(65), utf8('cert'), random(64))).toBe(false)
  })
})

/** RFC 9180 §4.1 and §5.1 for this suite alone, on HMAC and ECDH. `seal` is §5.2's, with the sequence number given. */
async function setupBaseR({ privateKey }: CryptoKeyPair, pkRm: Bytes, enc: Bytes, info: Bytes) {
  const kem = concat(utf8('KEM'), Uint8Array.of(0, 0x10))
  const suite = concat(utf8('HPKE'), Uint8Array.of(0, 0x10, 0, 1, 0, 2))
  const extract = (id: Bytes, salt: Bytes, label: string, ikm: Bytes) =>
    hmac(salt.length > 0 ? salt : new Uint8Array(32), concat(utf8('HPKE-v1'), id, utf8(label), ikm))
  const expand = async (id: Bytes, prk: Bytes, label: string, context: Bytes, length: number) => {
    const block = await hmac(
      prk,
      concat(Uint8Array.of(0, length), utf8('HPKE-v1'), id, utf8(label), context, Uint8Array.of(1)),
    )
    return block.slice(0, length)
  }
  const none = new Uint8Array()

  const publicKey = await crypto.subtle.importKey(
    'raw',
    enc,
    { name: 'ECDH', namedCurve: 'P-256' },
    false,
    [],
  )
  const dh = new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256),
  )
  const sharedSecret = await expand(
    kem,
    await extract(kem, none, 'eae_prk', dh),
    'shared_secret',
    concat(enc, pkRm),
    32,
  )

  const pskIdHash = await extract(suite, none, 'psk_id_hash', none)
  const context = concat(Uint8Array.of(0), pskIdHash, await extract(suite, none, 'info_hash', info))
  const secret = await extract(suite, sharedSecret, 'secret', none)
  const key = await expand(suite, secret, 'key', context, 32)
  const baseNonce = await expand(suite, secret, 'base_nonce', context, 12)
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  return {
    async seal(sequence: number, additionalData: Bytes, plain: Bytes): Promise<Bytes> {
      const iv = baseNonce.slice()
      iv[11]! ^= sequence & 255
      iv[10]! ^= sequence >> 8
      return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, aes, plain))
    },
  }
}
