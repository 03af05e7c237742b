// What whoever runs the product at a terminal reads, and how they end it.

export const say = (line = '') => process.stdout.write(`${line}\n`)

/** Ends the process when an operator asks it to, after what must be closed is closed. */
export function onceStopped(close: () => Promise<void>): void {
  const stop = () => void close().then(() => process.exit(0), giveUp)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
}

/** Says in one line what to do about a start that failed, and ends. */
export function giveUp(error: unknown): never {
  process.stderr.write(`${startFault(error)}\n`)
  process.exit(1)
}

function startFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault'
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  return taken ? `${error.message}: set PORT to another number.` : error.message
}
