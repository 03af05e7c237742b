/** What was made of late, by its name: `most` of it is kept, and what was asked for last is forgotten last. */
export function recent<Made>(most: number): (name: string, make: () => Made) => Made {
  const kept = new Map<string, Made>()
  return (name, make) => {
    const before = kept.get(name)
    if (before !== undefined) kept.delete(name)
    const made = before ?? make()
    kept.set(name, made)
    if (kept.size > most) forgetOldest(kept)
    return made
  }
}

function forgetOldest(kept: Map<string, unknown>) {
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}
