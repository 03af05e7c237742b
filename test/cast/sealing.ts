import { type Bytes, random } from '../../src/sealing/bytes.ts'
import type { KeyName } from '../../src/sealing/recipient.ts'
import type { Contact, ReportBody } from '../../src/sealing/report-fields.ts'
import { fingerprint, type KeyBytes, makeKeys, makeSigningKeys } from '../../src/sealing/suite.ts'

// Invented people and places, for what is sealed without a server.

export const body: ReportBody = {
  kind: 'money',
  unit: 'unit-qingshui',
  tile: 'village-money',
  text: '村里修路的钱去年就拨下来了，路到现在没有修。村会计说钱用完了，没有贴过账。',
  place: '清水村三组',
  subject: '村委会',
  court: false,
  afraid: true,
  callMe: true,
  forOther: false,
  language: 'zh',
  files: '',
}

export const contact: Contact = {
  phone: '13900000000',
  name: '李大山',
  bestTime: '晚上七点以后',
  dialect: '本地话',
  consent: true,
  helper: '',
}

/** An office root: signing keys, and the fingerprint everything is checked against. */
export async function makeOffice(): Promise<{ keys: KeyBytes; root: Bytes; fingerprint: Bytes }> {
  const keys = await makeSigningKeys()
  return { keys, root: keys.publicKey, fingerprint: await fingerprint(keys.publicKey) }
}

/** Somebody to seal to, with the keys to open it again. */
export async function makeHolder(name: Partial<KeyName> = {}) {
  const keys = await makeKeys()
  return { keys, to: { rootPrint: random(32), holder: 'team:river', epoch: 1, ...name, key: keys.publicKey } }
}
