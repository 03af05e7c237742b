import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterwards } from './stage.ts'

const TMPFS = 0x01021994

/** A durable write into memory costs nothing and would flatter us: then temporary folders are made in `dist/`. */
export function onDisk(): void {
  if (statfsSync(tmpdir()).type === TMPFS) process.env.TMPDIR = 'dist'
}

/** A folder that is gone when the job is done. */
export async function inFolder<T>(job: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mashang-bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  afterwards(remove)
  try {
    return await job(folder)
  } finally {
    remove()
  }
}
