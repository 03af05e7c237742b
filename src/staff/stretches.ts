/**
 * Goes through a list by id, a stretch at a time, until none is left. What somebody else did meanwhile (`keep` answers
 * that it was overtaken) is asked for once more, without theirs; a stretch that comes back the same is passed by.
 */
export async function inStretches<Row extends { id: string }>(
  next: (after: string) => Promise<readonly Row[]>,
  keep: (stretch: readonly Row[]) => Promise<'kept' | 'overtaken'>,
): Promise<void> {
  let tried = ''
  for (let after = ''; ; ) {
    const stretch = await next(after)
    const last = stretch.at(-1)
    if (!last) return
    const ids = stretch.map(({ id }) => id).join()
    if ((await keep(stretch)) === 'kept' || ids === tried) after = last.id
    tried = ids
  }
}
