type Codes = Record<string, string | readonly string[] | undefined>

/**
 * Why a step was taken, as the log keeps it: codes from lists, ids of people and of sealed parts, never text.
 * `sealed:PART;reason:courtMatter;people:ID,ID`.
 */
export function writeWhy(codes: Codes): string | undefined {
  const written = Object.entries(codes).flatMap(([name, values]) => {
    const list = [values ?? []].flat()
    return list.length > 0 ? [`${name}:${list.join(',')}`] : []
  })
  return written.join(';') || undefined
}

/** A bare word, such as `rule`, is a name without values. */
export function readWhy(why: string | null): ReadonlyMap<string, readonly string[]> {
  if (!why) return new Map()
  return new Map(
    why.split(';').map((code) => {
      const [name = '', values] = code.split(':')
      return [name, values ? values.split(',') : []]
    }),
  )
}
