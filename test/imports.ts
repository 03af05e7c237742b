import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** Paths from the root of the repository, with what stands in the files. */
export type Tree = Record<string, string>

export interface Import {
  from: string
  /** A path of the tree for what is ours, such as `src/db/db.ts`, else the package as it was named. */
  to: string
  /** Gone after compilation. */
  typeOnly: boolean
  /** The local names it binds. */
  names: string[]
}

export function readTree(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = files.filter((file) => /\.tsx?$/.test(file)).map((file) => join(folder, file))
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]))
}

const withoutComments = new Map<string, string>()

/** The code without its comments. Strings stay as they are, also those in which `//` stands. */
export function uncommented(code: string): string {
  const known = withoutComments.get(code)
  if (known !== undefined) return known
  const found = code.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    '$1',
  )
  withoutComments.set(code, found)
  return found
}

const statement =
  /^[ \t]*(?:import|export)\s+(type\s)?([\w$\s{},*]*?)\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

export function importsOf(tree: Tree): Import[] {
  return Object.entries(tree).flatMap(([from, code]) =>
    [...uncommented(code).matchAll(statement)].map((match): Import => {
      const [, type, bound = '', named, bare, dynamic] = match
      const to = named ?? bare ?? dynamic ?? ''
      const parts = bound
        .replace(/[{}]/g, ',')
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
      return {
        from,
        to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to,
        typeOnly: Boolean(type) || (parts.length > 0 && parts.every((part) => part.startsWith('type '))),
        names: parts.map((part) => part.split(/\s+/).at(-1) ?? ''),
      }
    }),
  )
}

/** Everything that a file brings along when it runs, each with the path of imports that leads there. */
export function reach(imports: readonly Import[], start: string): Map<string, string[]> {
  return reachBy(byFile(imports), start)
}

function reachBy(imports: ReadonlyMap<string, readonly Import[]>, start: string) {
  const found = new Map([[start, [start]]])
  for (const [file, way] of found) {
    for (const { to, typeOnly } of imports.get(file) ?? []) {
      if (!typeOnly && !found.has(to)) found.set(to, [...way, to])
    }
  }
  found.delete(start)
  return found
}

function byFile(imports: readonly Import[]): Map<string, Import[]> {
  const files = new Map<string, Import[]>()
  for (const one of imports) files.set(one.from, [...(files.get(one.from) ?? []), one])
  return files
}

/** For each file that imports itself, however long the way: one such way. Types count: they tie files together too. */
export function cyclesOf(imports: readonly Import[]): string[][] {
  const all = imports.map((one) => ({ ...one, typeOnly: false }))
  const files = byFile(all)
  return [...files.keys()].flatMap((file) => {
    const found = reachBy(files, file)
    const last = all.find(({ from, to }) => to === file && (from === file || found.has(from)))
    return last ? [[...(found.get(last.from) ?? [file]), file]] : []
  })
}
