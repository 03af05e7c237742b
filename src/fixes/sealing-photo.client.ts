import { namedAs } from '../files/named.ts'
import type { OpenReport } from '../queue/opening.client.ts'
import type { Written } from '../queue/writing.client.ts'
import { type Bytes, base64url, concat, random } from '../sealing/bytes.ts'
import { sealChunks, sealManifest } from '../sealing/files.ts'

/** A photo sealed as a file of its report: the manifest, then the chunks. No page is needed: the tests do the same. */
export async function sealPhoto({ dek, id: report }: OpenReport, photo: Blob): Promise<Written> {
  const id = base64url(random(16))
  const [digests, envelopes]: [Bytes[], Bytes[]] = [[], []]
  for await (const { digest, envelope } of sealChunks(dek, report, id, photo)) {
    digests.push(digest)
    envelopes.push(envelope)
  }
  const manifest = { ...namedAs('photo', 'jpeg'), order: 0, length: photo.size, chunks: digests }
  return { id, envelope: concat(await sealManifest(dek, report, id, manifest), ...envelopes) }
}
