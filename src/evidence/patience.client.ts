/** Milliseconds in which a file is opened, and each page of it drawn. */
const PATIENCE = 20_000

/** A tab that nobody looks at draws nothing: that time does not count. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let clock: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const wait = () => {
      clock = setTimeout(() => (document.hidden ? wait() : reject(new Error('too slow'))), PATIENCE)
    }
    wait()
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(clock)
  }
}
