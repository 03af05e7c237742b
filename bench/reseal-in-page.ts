import { type Bytes, base64url, random, sized } from '../src/sealing/bytes.ts'
import { signCertificate } from '../src/sealing/certificates.ts'
import { importKeys, importSigning } from '../src/sealing/open.ts'
import { keyInfo } from '../src/sealing/recipient.ts'
import { makeDek, makeReportId, sealDek } from '../src/sealing/seal.ts'
import { fingerprint, hpke, makeKeys, makeSigningKeys } from '../src/sealing/suite.ts'
import { type Behind, resealAll } from '../src/staff/reseal.client.ts'
import { teamHolder } from '../src/staff/roles.ts'

// Runs in the browser, bundled by itself. As many at once as the product's page asks for.
const AT_ONCE = 50
const BATCHES = 200

/**
 * Ten thousand reports go from a team's first key to its second, by the product's own code and by bare HPKE in turns,
 * a batch each, so that both have the same machine. Milliseconds of each batch.
 */
async function resealTenThousand() {
  const team = 'team'
  const [rootKeys, first, second, contact] = [
    await makeSigningKeys(),
    await makeKeys(),
    await makeKeys(),
    await makeKeys(),
  ]
  const certificate = await signCertificate(
    'team',
    {
      team,
      round: 'round',
      epoch: 2,
      suite: 1,
      key: second.publicKey,
      contactKey: contact.publicKey,
      notBefore: '2026-11-01',
      notAfter: '2027-03-01',
    },
    await importSigning(rootKeys.privateKey),
  )
  const pair = await importKeys(first)
  const root = rootKeys.publicKey
  const from = { rootPrint: await fingerprint(root), holder: teamHolder(team), epoch: 1 }
  const by = { root, team, certificate, pairOf: async () => pair }

  const seal = async (): Promise<Behind> => {
    const id = makeReportId()
    const dek = base64url(await sealDek(makeDek(), { ...from, key: first.publicKey }, id))
    return { id, epoch: 1, dek, contactKey: null }
  }
  const sealed: { dek: Bytes; info: Bytes; aad: Bytes }[] = []
  const [to, info, plain] = [
    await hpke.DeserializePublicKey(second.publicKey),
    keyInfo('dek v1', from),
    random(32),
  ]
  for (let n = 0; n < AT_ONCE; n++) {
    const aad = sized(makeReportId())
    const { encapsulatedSecret, ciphertext } = await hpke.Seal(
      await hpke.DeserializePublicKey(first.publicKey),
      plain,
      { info, aad },
    )
    sealed.push({ dek: new Uint8Array([...encapsulatedSecret, ...ciphertext]), info, aad })
  }
  const bare = () =>
    Promise.all(
      sealed.map(async ({ dek, info, aad }) => {
        const opened = await hpke.Open(pair, dek.subarray(0, 65), dek.subarray(65), { info, aad })
        return hpke.Seal(to, opened, { info, aad })
      }),
    )

  const took: { product: number; bare: number }[] = []
  // The first of each warms up.
  for (let n = 0; n <= BATCHES; n++) {
    const behind = await Promise.all(Array.from({ length: AT_ONCE }, seal))
    const [began, made] = [performance.now(), await resealAll(by, behind)]
    const between = performance.now()
    await bare()
    const ended = performance.now()
    if (made.sealed.length !== AT_ONCE) throw new Error(`${made.sealed.length} reports were sealed anew`)
    if (n > 0) took.push({ product: between - began, bare: ended - between })
  }
  return took
}

Object.assign(globalThis, { resealTenThousand })
