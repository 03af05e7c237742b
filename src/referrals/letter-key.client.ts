import { KeyMissing } from '../queue/team-key.client.ts'
import { type Bytes, fromBase64url } from '../sealing/bytes.ts'
import { openLetterKey } from '../sealing/open.ts'
import { ownName, ownPair } from '../staff/own-keys.client.ts'
import { OFFICE } from '../staff/roles.ts'

const opened = new Map<string, Promise<Bytes>>()

/** The key of a letter that this page brings sealed to a key of this person's. Throws KeyMissing or Unopened. */
export function letterKey({ subject = '', holder = '', epoch = '', key = '' }: DOMStringMap): Promise<Bytes> {
  const name = `${holder} ${epoch} ${key}`
  const open = opened.get(name) ?? openOn(subject, holder, Number(epoch), key)
  opened.set(name, open)
  open.catch(() => opened.delete(name))
  return open
}

async function openOn(subject: string, holder: string, epoch: number, envelope: string): Promise<Bytes> {
  const pair = envelope ? await ownPair(holder, epoch, holder === OFFICE ? 'box' : 'key') : undefined
  if (!pair) throw new KeyMissing()
  return openLetterKey(pair, await ownName(holder, epoch), subject, fromBase64url(envelope))
}
