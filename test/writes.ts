import { dirname } from 'node:path'
import { type Import, type Tree, uncommented } from './imports.ts'

/** Every place where a file changes a table that another folder declares, through drizzle or in plain SQL. */
export function foreignWrites(tree: Tree, imports: readonly Import[]): string[] {
  const declared = Object.entries(tree).flatMap(([path, code]) =>
    [...code.matchAll(/sqliteTable\(\s*'(\w+)'/g)].map(([, table]) => ({ table, home: dirname(path) })),
  )
  return Object.entries(tree).flatMap(([path, text]) => {
    const code = uncommented(text)
    const home = dirname(path)
    const theirs = imports
      .filter(({ from, to }) => from === path && /[/-]tables\.ts$/.test(to) && dirname(to) !== home)
      .flatMap(({ names }) => names)
    const built = [
      ...code.matchAll(/\.(?:insert|update|delete)\(\s*(\w+)/g),
      ...code.matchAll(/\binsertRows\(\s*[\w.]+,\s*(\w+)/g),
      ...code.matchAll(/\b(?:insert (?:or \w+ )?into|delete from|update)\s+\$\{\s*(\w+)/gi),
    ]
      .map(([, name = '']) => name)
      .filter((name) => theirs.includes(name))
    const plain = declared
      .filter((one) => one.home !== home && sqlThatChanges(one.table).test(code))
      .map(({ table = '' }) => table)
    return [...built, ...plain].map((table) => `${path} writes ${table}`)
  })
}

const sqlThatChanges = (table = '') =>
  new RegExp(`\\b(insert (or \\w+ )?into|delete from|update)\\s+["\`]?${table}\\b`, 'i')
