import { own } from './own-scripts.client.ts'

interface Policy {
  createHTML(address: string): unknown
}

interface Realm {
  trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(address: string): string }): Policy
  }
  ownFrames?: Policy
}

/** Less than the page's own policy allows: scripts of ours alone, and what they are handed. */
const LESS = "img-src blob:; connect-src 'none'; form-action 'none'; style-src 'none'; worker-src 'none'"

const withScript = (address: string) =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${LESS}"><script src="${own(address)}"></script>`

/**
 * A page with a script of our own and nothing else, as `srcdoc` takes it: the page's policy lets no other markup
 * through. TypeError for any other address. A page that asks for this has no use for `ownScript`, whose policy has the
 * same name, and a name can be had but once.
 */
export function ownFrame(address: string): string {
  const realm = globalThis as Realm
  if (!realm.trustedTypes) return withScript(address)
  realm.ownFrames ??= realm.trustedTypes.createPolicy('mashang', { createHTML: withScript })
  return realm.ownFrames.createHTML(address) as string
}
