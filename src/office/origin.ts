/**
 * The address that is printed and signed, from however it was typed: capitals, a usual port, a slash at the end or a
 * Chinese name make no other address. Nothing when it is more, or less, than a plain http or https origin.
 */
export function originOf(typed: string): string | undefined {
  const text = typed.trim().replace(/\/+$/, '')
  if (!URL.canParse(text)) return undefined
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text)
  const more = pathname.replace(/^\/$/, '') + search + hash + username + password
  return /^https?:$/.test(protocol) && more === '' ? origin : undefined
}
