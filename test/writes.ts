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

/** A table as drizzle or plain SQL is told to change it. What is kept in no database is told of in the same words. */
const change = [
  String.raw`(?!(?:\w+\.)*(?:blobs|bucket)\.)(?:\w+\s*\.\s*)+(?:insert|update|delete)\(\s*(?:\w+\.)*(\w+)`,
  String.raw`insertRows\(\s*[\w.]+,\s*(?:\w+\.)*(\w+)`,
  String.raw`(?:\w+\s*\.\s*)+(?:run|all|get|values)\(\s*sql(?:<\w+>)?${'`'}\s*(?:insert (?:or \w+ )?into|delete from|update)\s+(?:\$\{\s*|["${'`'}])?(?:\w+\.)*(\w+)`,
].join('|')
const nested = String.raw`\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)`

const alone = [
  String.raw`\b(?:await|void)\s+\(?\s*(?:${change})`,
  // Whoever calls an async function waits for what it answers.
  String.raw`\basync\s*(?:\([^()]*\)|\w+)[^=\n{}]*=>\s*(?:${change})`,
  String.raw`\basync\b[^\n]*\{\n(?:(?!\n\}|\bfunction\b|=>\s*\{).)*?\breturn\s+(?:${change})`,
  String.raw`\bPromise\s*\.\s*\w+\(\s*\[(?:(?!\brecord\()[^\]])*?(?:${change})`,
  String.raw`(?:${change})[^()]*\)(?:\s*\.\s*\w+${nested})*?\s*\.\s*(?:then|catch|finally|run|execute)\(`,
].map((pattern) => new RegExp(pattern, 'gis'))

/** Every write that runs by itself and not as part of a batch, whatever carries it there. */
export function loneWrites(tree: Tree): string[] {
  const makers = Object.values(tree).flatMap((code) => [
    ...code.matchAll(/\b(?:const|function)\s+(\w+)[^\n]*\(\n(?: {2}[^\n]*,\n)*\): Statement\b(?!\[)/g),
    ...code.matchAll(/\b(?:const|function)\s+(\w+)[^\n]*\): Statement\b(?!\[)/g),
  ])
  const made = new RegExp(`\\bawait\\s+(${makers.map(([, name]) => name).join('|') || '(?!)'})\\(`, 'g')
  return Object.entries(tree).flatMap(([path, text]) => {
    const code = uncommented(text)
    const found = [...alone, made].flatMap((pattern) => [...code.matchAll(pattern)])
    // Written down first, and run then.
    const named = [...code.matchAll(new RegExp(`\\bconst\\s+(\\w+)\\s*=\\s*(?:${change})`, 'gi'))].filter(
      ([, name]) => new RegExp(`\\bawait\\s+${name}\\b`).test(code),
    )
    const tables = [...found, ...named].map((match) => match.slice(1).findLast((name) => name !== undefined))
    return [...new Set(tables)].map((table) => `${path} writes ${table}`)
  })
}
