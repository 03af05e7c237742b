import { existsSync } from 'node:fs'
import { build } from 'esbuild'

/** Builds one entry; tells in one line when it is missing. What is wrong in it esbuild has printed already. */
export async function attempt(options, tell) {
  const [entry] = options.entryPoints
  if (!existsSync(entry)) return tell(`${entry} does not exist`)
  try {
    return await build(options)
  } catch (fault) {
    if (!fault.errors) throw fault
    return tell(`${entry} has errors`)
  }
}
