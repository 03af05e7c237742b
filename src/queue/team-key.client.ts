import type { Opens } from '../sealing/recipient.ts'
import { ownName, ownPair, WrongRoot } from '../staff/own-keys.client.ts'
import { OFFICE } from '../staff/roles.ts'

/** This person does not hold the key, or the page is not to be trusted with it. */
export class KeyMissing extends Error {}

/** A team's key that this person holds, and the name under which it opens. Throws KeyMissing. */
export async function teamKey(
  holder: string,
  epoch: number,
  kind: 'key' | 'contact',
): Promise<{ pair: CryptoKeyPair; name: Opens }> {
  // The office has one box for words and for contact details.
  const pair = await ownPair(holder, epoch, holder === OFFICE ? 'box' : kind)
  if (!pair) throw new KeyMissing()
  return { pair, name: await trueName(holder, epoch) }
}

async function trueName(holder: string, epoch: number) {
  try {
    return await ownName(holder, epoch)
  } catch (error) {
    if (!(error instanceof WrongRoot)) throw error
    const warning = document.querySelector<HTMLElement>('[data-distrusted]')
    warning?.setAttribute('role', 'alert')
    if (warning) warning.hidden = false
    throw new KeyMissing()
  }
}
