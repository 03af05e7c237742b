// The migrations of what has been released are never edited. What the tables say beyond them is one more migration,
// made anew from the tables whenever they change, until it is released: then its name joins the list and the next
// one gets a name.
//
// drizzle cannot say WITHOUT ROWID, so it is written here. Residents' rows have random keys and no rowid: nobody can
// read from the file in which order they came. `steps` is found by its key alone.
//
// `--check` changes nothing and fails when the folder is not what the tables would give.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const folder = 'migrations'
// The `out` of drizzle.config.ts: beside a configuration drizzle-kit takes no other.
const fresh = 'node_modules/.cache/migrations'
const released = [
  '0000_road',
  '0001_office',
  '0002_people',
  '0003_roots',
  '0004_rest',
  '0005_more',
  '0006_evidence',
  '0007_whole',
  '0008_settings',
  '0009_later',
]
const next = 'next'

const withoutRowid = [
  'reports',
  'envelopes',
  'earlierEnvelopes',
  'messages',
  'proposals',
  'escalations',
  'recusals',
  'leavings',
  'files',
  'pieces',
  'spentWork',
  'scans',
  'doubts',
  'steps',
]

const journal = (of) => `${of}/meta/_journal.json`
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

function copyReleased() {
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(`${fresh}/meta`, { recursive: true })
  for (const name of released) {
    cpSync(`${folder}/${name}.sql`, `${fresh}/${name}.sql`)
    const snapshot = `meta/${name.slice(0, 4)}_snapshot.json`
    cpSync(`${folder}/${snapshot}`, `${fresh}/${snapshot}`)
  }
  const { entries, ...head } = readJson(journal(folder))
  const kept = entries.filter(({ tag }) => released.includes(tag))
  writeFileSync(journal(fresh), `${JSON.stringify({ ...head, entries: kept }, null, 2)}\n`)
}

function generate() {
  copyReleased()
  const options = ['--config=drizzle.config.ts', `--name=${next}`]
  const run = spawnSync('node_modules/.bin/drizzle-kit', ['generate', ...options], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`drizzle-kit failed:\n${run.stdout}${run.stderr}`)
  const made = readdirSync(fresh).find((name) => name.endsWith(`_${next}.sql`))
  if (!made) return undefined
  let sql = readFileSync(`${fresh}/${made}`, 'utf8')
  for (const table of withoutRowid) {
    sql = sql.replace(
      new RegExp(`(CREATE TABLE \`(?:__new_)?${table}\` \\([^;]*\\n\\));`),
      '$1 WITHOUT ROWID;',
    )
  }
  writeFileSync(`${fresh}/${made}`, sql)
  return { file: made, sql }
}

/** What the next migration is made against: a merge can leave it behind while the SQL is right. */
function shape(at, file) {
  const { id: _, prevId: __, ...said } = readJson(`${at}/meta/${file.slice(0, 4)}_snapshot.json`)
  return JSON.stringify(said)
}

const made = generate()
const unreleased = readdirSync(folder).filter(
  (name) => name.endsWith('.sql') && !released.includes(name.slice(0, -4)),
)
const kept = unreleased
  .map((name) => `${name}\n${readFileSync(`${folder}/${name}`, 'utf8')}\n${shape(folder, name)}`)
  .join()
const wanted = made ? `${made.file}\n${made.sql}\n${shape(fresh, made.file)}` : ''

if (kept === wanted) {
  console.log(`${folder} is what the tables give.`)
} else if (process.argv.includes('--check')) {
  console.error(`${folder} is not what the tables give: run npm run migrations and read it.`)
  process.exitCode = 1
} else {
  rmSync(folder, { recursive: true, force: true })
  cpSync(fresh, folder, { recursive: true })
  console.log(
    made
      ? `${folder}/${made.file} is written anew. A database that had the earlier one cannot be opened: delete data/.`
      : `${folder} is what was released.`,
  )
}
if (existsSync(fresh)) rmSync(fresh, { recursive: true })
