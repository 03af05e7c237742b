// Until the first release there is one migration, made anew from the tables whenever they change. After the release
// migrations are never edited: then this tool goes, and `drizzle-kit generate` adds to the folder.
//
// drizzle cannot say WITHOUT ROWID, so it is written here. Residents' rows have random keys and no rowid: nobody can
// read from the file in which order they came. `steps` is found by its key alone.
//
// `--check` changes nothing and fails when the folder is not what the tables would give.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const folder = 'migrations'
const fresh = 'node_modules/.cache/migrations'
const file = '0000_road.sql'

const withoutRowid = ['reports', 'envelopes', 'messages', 'proposals', 'steps']

function generate() {
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  const options = ['--dialect=sqlite', '--schema=./src/*/tables.ts', `--out=./${fresh}`, '--name=road']
  const run = spawnSync('node_modules/.bin/drizzle-kit', ['generate', ...options], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`drizzle-kit failed:\n${run.stdout}${run.stderr}`)
  let sql = readFileSync(`${fresh}/${file}`, 'utf8')
  for (const table of withoutRowid) {
    const statement = new RegExp(`(CREATE TABLE \`${table}\` \\([^;]*\\n\\));`)
    if (!statement.test(sql)) throw new Error(`There is no table ${table} to write WITHOUT ROWID to.`)
    sql = sql.replace(statement, '$1 WITHOUT ROWID;')
  }
  writeFileSync(`${fresh}/${file}`, sql)
  return sql
}

const made = generate()
const kept = existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8') : undefined
if (made === kept) {
  console.log(`${folder}/${file} is what the tables give.`)
} else if (process.argv.includes('--check')) {
  console.error(`${folder}/${file} is not what the tables give: run npm run migrations and read it.`)
  process.exitCode = 1
} else {
  rmSync(folder, { recursive: true, force: true })
  cpSync(fresh, folder, { recursive: true })
  console.log(
    `${folder}/${file} is written anew. Databases made before today cannot be opened: delete data/.`,
  )
}
