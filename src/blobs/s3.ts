import { AwsV4Signer } from 'aws4fetch'
import { type Bytes, hex } from '../sealing/bytes.ts'
import { sha256Now } from '../sealing/sha256-now.ts'
import { type Blobs, BlobsDown } from './blobs.ts'

export interface S3Settings {
  /** The bucket's address, whether the bucket is in the host's name or in the path. */
  url: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Whoever waits for us waits no longer than this for the store. */
const PATIENCE = 20_000

/**
 * Objects in any store that speaks S3. Every request is signed, its content with it, and tried once: the phone tries
 * again.
 */
export function s3Blobs({ url, region, accessKeyId, secretAccessKey }: S3Settings): Blobs {
  const key = { accessKeyId, secretAccessKey, region, service: 's3', cache: new Map() }

  async function ask(method: 'PUT' | 'GET' | 'DELETE', name: string, body?: Bytes): Promise<Response> {
    const headers = { 'X-Amz-Content-Sha256': hex(sha256Now(body ?? new Uint8Array())) }
    const request = new AwsV4Signer({ ...key, url: `${url}/${name}`, method, headers, ...(body && { body }) })
    const signed = await request.sign()
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(signed.url, { ...signed, signal }).catch((cause) => {
      throw new BlobsDown('S3 does not answer', { cause })
    })
    if (answer.ok || answer.status === 404) return answer
    await answer.body?.cancel()
    throw new BlobsDown(`S3 answered ${answer.status}`, { isFull: answer.status === 507 })
  }

  async function bodyOf(answer: Response): Promise<Bytes> {
    const body = await answer.arrayBuffer().catch((cause) => {
      throw new BlobsDown('S3 broke off', { cause })
    })
    return new Uint8Array(body)
  }

  /** The bucket's own absence must not pass for an object's: what is said to be erased would be there for good. */
  const isOnlyMissing = async (answer: Response) =>
    new TextDecoder().decode(await bodyOf(answer)).includes('NoSuchKey')

  return {
    async put(name, bytes) {
      const answer = await ask('PUT', name, bytes)
      await answer.body?.cancel()
      if (!answer.ok) throw new BlobsDown('S3 has no such bucket')
    },
    async get(name) {
      const answer = await ask('GET', name)
      if (answer.ok) return bodyOf(answer)
      if (await isOnlyMissing(answer)) return undefined
      throw new BlobsDown('S3 has no such bucket')
    },
    async delete(names) {
      for (const name of names) {
        const answer = await ask('DELETE', name)
        if (answer.ok) await answer.body?.cancel()
        else if (!(await isOnlyMissing(answer))) throw new BlobsDown('S3 has no such bucket')
      }
    },
  }
}
