export interface OwnKey {
  /** `team:ID` or `office`. */
  holder: string
  epoch: number
  kind: 'key' | 'contact' | 'root' | 'box'
  /** The key's public half and the private half sealed to this person, both base64url. */
  publicKey: string
  envelope: string
}

/** The keys this person holds, each sealed to them: the page carries them, and only their browser can use them. */
export function OwnKeys({ keys, root }: { keys: readonly OwnKey[]; root: string }) {
  return <div id="own-keys" hidden data-root={root} data-keys={JSON.stringify(keys)} />
}
