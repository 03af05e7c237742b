/** What a worker may be started from: addresses of ours, and nothing that anybody could have written into a page. */
const OWN = /^\/(built\/[\w.-]+|offline)\.js$/

interface Policy {
  createScriptURL(address: string): string
}

declare const trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy }
  | undefined

let policy: Policy | undefined

/** The one policy of our pages' Trusted Types. Browsers that know none take the address as it is. */
export function ownScript(address: string): string {
  policy ??=
    typeof trustedTypes === 'undefined'
      ? { createScriptURL: checked }
      : trustedTypes.createPolicy('mashang', { createScriptURL: checked })
  return policy.createScriptURL(address)
}

function checked(address: string): string {
  if (!OWN.test(address)) throw new TypeError('not a script of ours')
  return address
}
