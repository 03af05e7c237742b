export interface OwnKey {
  /** `team:ID` or `office`. */
  holder: string
  epoch: number
  kind: 'key' | 'contact' | 'root' | 'box'
  /** The key's public half and the private half sealed to this person, both base64url. */
  publicKey: string
  envelope: string
}

export interface Own {
  keys: readonly OwnKey[]
  root: string
  /** Every change of the office's root, as JSON, base64url within. */
  successions: string
}

/** The keys this person holds, each sealed to them: the page carries them, and only their browser can use them. */
export function OwnKeys({ keys, root, successions }: Own) {
  const roots = { 'data-root': root, 'data-successions': successions }
  return <div id="own-keys" hidden {...roots} data-keys={JSON.stringify(keys)} />
}
