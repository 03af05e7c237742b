const TRIES = 5

/** What somebody else overtook is read again and tried again: `act` reads what it acts on. */
export async function persistently<Done>(
  act: () => Promise<Done | 'overtaken'>,
): Promise<Done | 'overtaken'> {
  for (let tries = 0; tries < TRIES; tries++) {
    const done = await act()
    if (done !== 'overtaken') return done
  }
  return 'overtaken'
}
