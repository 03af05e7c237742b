import { env } from 'cloudflare:test'
import { describe, expect, inject, test } from 'vitest'
import { r2Blobs } from '../../src/blobs/r2.ts'
import { s3Blobs } from '../../src/blobs/s3.ts'
import { keepsBlobs } from '../contract/blobs.ts'

describe('files in R2', () => {
  keepsBlobs(() => r2Blobs(env.BLOBS))

  test('of more than a thousand names all go at once', async () => {
    const names = Array.from({ length: 1001 }, (_, at) => at.toString(16).padStart(32, '0'))
    await env.BLOBS.put(names[1000] ?? '', new Uint8Array(1))
    await r2Blobs(env.BLOBS).delete(names)
    expect(await env.BLOBS.head(names[1000] ?? '')).toBeNull()
  })
})

describe('files in a store that speaks S3, from workerd', () => {
  keepsBlobs(() => s3Blobs(inject('s3')))
})
