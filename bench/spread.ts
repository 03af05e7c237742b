/** The value that so large a part of the measured ones does not pass. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** Milliseconds that a job takes. */
export async function timed(job: () => Promise<unknown> | unknown): Promise<number> {
  const began = performance.now()
  await job()
  return performance.now() - began
}
