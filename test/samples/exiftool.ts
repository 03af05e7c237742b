import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// @ts-expect-error: the path of a program in Perl, without types.
import exiftool from 'exiftool-vendored.pl'

/** Doubles, unknown fields, what is embedded, each with its group, and no words for numbers. */
const options = ['-j', '-a', '-u', '-U', '-ee3', '-G1', '-n']

/** What a reader that shares nothing with the cleaner makes of each file: its fields, by group and name. */
export function readByExiftool(files: readonly Uint8Array[]): Record<string, unknown>[] {
  const folder = mkdtempSync(join(tmpdir(), 'read-'))
  const paths = files.map((_, n) => join(folder, String(n)))
  for (const [n, bytes] of files.entries()) writeFileSync(paths[n] ?? '', bytes)
  // It ends with a complaint when one of the files is of no kind it knows.
  const { stdout, stderr } = spawnSync(exiftool, [...options, ...paths], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  if (!stdout) throw new Error(`exiftool says nothing: ${stderr}`)
  return JSON.parse(stdout)
}
