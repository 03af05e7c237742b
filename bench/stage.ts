const jobs: (() => unknown)[] = []

/** What is to be cleared away when all is measured, the last thing first. */
export function afterwards(job: () => unknown): void {
  jobs.unshift(job)
}

export async function clearAway(): Promise<void> {
  for (const job of jobs.splice(0)) await job()
}
