interface Policy {
  createScriptURL(address: string): unknown
}

/** TypeScript's own list of browsers has no Trusted Types yet; Safari had none for long. */
interface Realm {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy
  }
  ownScripts?: Policy
}

/** What was built, and what lies at the root because of how far it reaches. */
const OWN = /^\/(?:built\/)?[\w-]+\.js$/

/** The address itself. TypeError when it is no script of ours. */
export function own(address: string): string {
  if (!OWN.test(address)) throw new TypeError(`${address} is no script of ours`)
  return address
}

/**
 * The address of a script of our own, as `new Worker` and `serviceWorker.register` take it: the page's policy lets no
 * other through. Several scripts of a page share the policy, which can be made but once. TypeError for any other
 * address.
 */
export function ownScript(address: string): string {
  const realm = globalThis as Realm
  if (!realm.trustedTypes) return own(address)
  realm.ownScripts ??= realm.trustedTypes.createPolicy('mashang', { createScriptURL: own })
  return realm.ownScripts.createScriptURL(address) as string
}
