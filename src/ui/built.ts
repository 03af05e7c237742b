import manifest from '../../public/built/manifest.json'

const addresses: Record<string, string | undefined> = manifest

/** The address of a built script or style sheet, with its fingerprint: it may be cached for ever. */
export function built(name: string): string {
  const address = addresses[name]
  if (!address) throw new Error(`nothing built by the name of ${name}`)
  return address
}
