import { basename, dirname } from 'node:path'
import { cyclesOf, type Import, importsOf, reach, type Tree, uncommented } from './imports.ts'
import { foreignWrites, loneWrites } from './writes.ts'

export interface Rule {
  says: string
  /** What breaks it, one line for each place. */
  breaks(tree: Tree, imports: readonly Import[]): string[]
  /** Small houses that break it, one for each clause. Each must be noticed. */
  broken: Tree[]
}

const rim = ['blobs', 'db', 'http', 'ui', 'i18n', 'log', 'clock', 'sealing', 'cleaning']
const folderOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1]
const isRim = (path: string) => rim.includes(folderOf(path) ?? '')
const isFeature = (path: string) => folderOf(path) !== undefined && !isRim(path)
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const isClient = (path: string) => path.endsWith('.client.ts')
const isRoutes = (path: string) => /[/-]routes\.tsx$/.test(path)
const isPage = (path: string) => path.endsWith('-page.tsx')
const isServer = (path: string) =>
  isRoutes(path) ||
  isPage(path) ||
  /\/(store|tables|guard)\.ts$|-tables\.ts$|^src\/(db|http|log|i18n)\/(?!speak|traditional)/.test(path) ||
  /^(drizzle-orm|zod|hono|@hono|@libsql)(\/|$)/.test(path)

/** One small house for each of these lines in this file. */
const housesOf = (path: string, ...lines: readonly string[]): Tree[] =>
  lines.map((code) => ({ [path]: code }))

/** Of the imports that `governs` names, only those that are `allowed` may stand. */
const imports = (
  says: string,
  broken: Tree | Tree[],
  governs: (one: Import) => boolean,
  allowed: (one: Import) => boolean = () => false,
): Rule => ({
  says,
  broken: [broken].flat(),
  breaks: (_, all) =>
    all.filter((one) => governs(one) && !allowed(one)).map(({ from, to }) => `${from} imports ${to}`),
})

/** Words that stand in no code, but for the files `allowed`. */
const words = (says: string, broken: Tree | Tree[], never: RegExp, allowed = /^$/): Rule => ({
  says,
  broken: [broken].flat(),
  breaks: (tree) =>
    Object.entries(tree)
      .filter(([path, code]) => !allowed.test(path) && never.test(uncommented(code)))
      .map(([path, code]) => `${path} says ${never.exec(uncommented(code))?.[0]}`),
})

export const rules: Rule[] = [
  imports(
    'only the folder node knows Node, and the folder of files that it alone opens',
    [
      { 'src/queue/store.ts': `import { readFile } from 'node:fs/promises'` },
      { 'src/files/reading.ts': `import { openFolder } from '../blobs/folder.ts'` },
      { 'src/blobs/s3.ts': `import 'node:fs'` },
      { 'src/blobs/s3.ts': `import { openFolder } from './folder.ts'` },
    ],
    ({ to }) => to.startsWith('node:') || to === 'src/blobs/folder.ts',
    ({ from, to }) => folderOf(from) === 'node' || (from === 'src/blobs/folder.ts' && to.startsWith('node:')),
  ),
  imports(
    'only app.tsx mounts routes, and recover.ts its one door; a feature may put its own together',
    [
      { 'src/queue/routes.tsx': `import { codeRoutes } from '../posters/routes.tsx'` },
      { 'src/recover.ts': `import { signInRoutes } from './staff/sign-in-routes.tsx'` },
    ],
    ({ to }) => isRoutes(to),
    ({ from, to }) =>
      from === 'src/app.tsx' ||
      (from === 'src/recover.ts' && to === 'src/recovery/recovery-routes.tsx') ||
      (isRoutes(from) && dirname(from) === dirname(to)),
  ),
  imports(
    'only a runtime opens the app, and nothing opens a runtime',
    [
      ...housesOf(
        'src/queue/store.ts',
        `import { createApp } from '../app.tsx'`,
        `import { start } from '../node.ts'`,
        `import worker from '../worker.ts'`,
        `import '../recover.ts'`,
      ),
      { 'src/node/serving.ts': `import '../node.ts'` },
      { 'src/worker.ts': `import './recover.ts'` },
    ],
    ({ to }) => /^src\/(app\.tsx|node\.ts|worker\.ts|recover\.ts)$/.test(to),
    ({ from, to }) => to === 'src/app.tsx' && /^src\/(node\/serving|worker)\.ts$/.test(from),
  ),
  imports(
    'only what starts on Node stands on its folder',
    { 'src/worker.ts': `import { openHouse } from './node/open-house.ts'` },
    ({ to }) => folderOf(to) === 'node',
    ({ from }) => folderOf(from) === 'node' || /^src\/(node|recover)\.ts$/.test(from),
  ),
  imports(
    'a server with the recovery door alone is opened by recover.ts and nobody else',
    { 'src/node/serving.ts': `import { recoveryApp } from '../recovery/recovery-routes.tsx'` },
    ({ to, names }) => folderOf(to) === 'recovery' && names.includes('recoveryApp'),
    ({ from }) => from === 'src/recover.ts',
  ),
  imports(
    'a page is imported only inside its feature',
    { 'src/queue/routes.tsx': `import { Landing } from '../intake/landing-page.tsx'` },
    ({ from, to }) => isPage(to) && isFeature(to) && dirname(from) !== dirname(to),
  ),
  imports(
    'a page takes props and asks for nothing',
    housesOf(
      'src/queue/list-page.tsx',
      `import { findOffice } from '../office/store.ts'`,
      `import { eq } from 'drizzle-orm'`,
      `import { prepared } from '../db/prepared.ts'`,
      `import { record } from '../log/record.ts'`,
      `import { askServer } from '../staff/ask.client.ts'`,
    ),
    ({ from, to }) =>
      isPage(from) && (/\/store\.ts$|^src\/(db|log)\/|^drizzle-orm(\/|$)/.test(to) || isClient(to)),
    ({ typeOnly }) => typeOnly,
  ),
  imports(
    'stores know no HTTP and no face',
    housesOf(
      'src/queue/store.ts',
      `import { page } from '../http/answer.ts'`,
      `import { house } from '../http/house.ts'`,
      `import type { Reader } from '../http/reader.ts'`,
      `import { Box } from '../ui/box.tsx'`,
      `import { desk } from '../i18n/desk.ts'`,
      `import type { Context } from 'hono'`,
      `import { css } from 'hono/css'`,
      `import { serve } from '@hono/node-server'`,
    ),
    ({ from, to }) => from.endsWith('/store.ts') && /^src\/(http|ui|i18n)\/|^@?hono(\/|$)/.test(to),
    ({ to, typeOnly }) => to === 'src/http/house.ts' && typeOnly,
  ),
  imports(
    'the life cycle imports nothing',
    { 'src/reports/lifecycle.ts': `import type { Day } from '../clock/day.ts'` },
    ({ from }) => from === 'src/reports/lifecycle.ts',
  ),
  imports(
    'the heart stands on rounds, staff and files, and on no feature that works with reports',
    { 'src/reports/filing.ts': `import { spendWork } from '../intake/spending.ts'` },
    ({ from, to }) => folderOf(from) === 'reports' && isFeature(to),
    ({ to }) => ['reports', 'rounds', 'staff', 'files'].includes(folderOf(to) ?? ''),
  ),
  imports(
    'the server can seal and cannot open',
    housesOf(
      'src/intake/store.ts',
      `import { openDek } from '../sealing/open.ts'`,
      `import { openFile } from '../sealing/open-file.ts'`,
    ),
    ({ to }) => to === 'src/sealing/open.ts' || to === 'src/sealing/open-file.ts',
    ({ from }) => isClient(from),
  ),
  imports(
    'what runs in browsers is imported only by what runs in browsers',
    { 'src/intake/routes.tsx': `import { exchange } from '../ui/exchange.client.ts'` },
    ({ to }) => isClient(to),
    ({ from }) => isClient(from),
  ),
  imports(
    'the rim imports no feature; words may be typed by what they are words for',
    [
      { 'src/ui/page.tsx': `import { findOffice } from '../office/store.ts'` },
      { 'src/ui/page.tsx': `import type { Office } from '../office/store.ts'` },
      { 'src/i18n/office.ts': `import { findOffice } from '../office/store.ts'` },
    ],
    ({ from, to }) => isRim(from) && isFeature(to),
    ({ from, typeOnly }) => typeOnly && folderOf(from) === 'i18n',
  ),
  imports(
    'sealing imports only its libraries',
    { 'src/sealing/token.ts': `import * as z from 'zod'` },
    ({ from, to }) => folderOf(from) === 'sealing' && folderOf(to) !== 'sealing',
    ({ to }) => /^(hpke$|@noble\/hashes\/|shamir-secret-sharing$)/.test(to),
  ),
  imports(
    'cleaning imports nothing but bytes',
    { 'src/cleaning/jpeg.ts': `import { findOffice } from '../office/store.ts'` },
    ({ from, to }) => folderOf(from) === 'cleaning' && folderOf(to) !== 'cleaning',
    ({ to }) => to === 'src/sealing/bytes.ts',
  ),
  {
    says: 'browsers are sent no module of the server, on any way',
    broken: [
      { 'src/desk.client.ts': `import { desk } from './i18n/desk.ts'` },
      {
        'src/intake/report.client.ts': `import { draft } from './draft.ts'`,
        'src/intake/draft.ts': `import * as z from 'zod'`,
      },
    ],
    breaks: (tree, all) =>
      Object.keys(tree)
        .filter(isClient)
        .flatMap((client) => [...reach(all, client).values()])
        .filter((way) => isServer(way.at(-1) ?? ''))
        .map((way) => way.join(' → ')),
  },
  {
    says: 'there are no cycles',
    broken: [
      {
        'src/clock/day.ts': `import './year.ts'`,
        'src/clock/year.ts': `import type { Day } from './day.ts'`,
      },
    ],
    breaks: (_, all) => cyclesOf(all).map((way) => way.join(' → ')),
  },
  {
    says: 'a table has one writing feature',
    broken: [
      {
        'src/rounds/tables.ts': `export const rounds = sqliteTable('rounds', {})`,
        'src/queue/store.ts': `import { rounds as all } from '../rounds/tables.ts'\ndb.update(all).set({})`,
      },
      {
        'src/rounds/tables.ts': `export const rounds = sqliteTable('rounds', {})`,
        'src/queue/store.ts': 'db.run(sql`delete from rounds where id = 1`)',
      },
      {
        'src/rounds/tables.ts': `export const rounds = sqliteTable('rounds', {})`,
        'src/queue/store.ts': `import { rounds } from '../rounds/tables.ts'\ninsertRows(db, rounds, [])`,
      },
      ...[
        `import { rounds } from '../rounds/tables.ts'\ndb.insert(rounds).values({})`,
        `import * as theirs from '../rounds/tables.ts'\ndb.delete(theirs.rounds)`,
        `import { rounds } from '../rounds/tables.ts'\ninsertRows(house.db, rounds, [])`,
        `import * as theirs from '../rounds/tables.ts'\ninsertRows(db, theirs.rounds, [])`,
        `import { rounds } from '../rounds/tables.ts'\ndb.run(sql\`update \${rounds} set id = 1\`)`,
        `import { rounds } from '../rounds/tables.ts'\ndb.run(sql\`delete from \${rounds}\`)`,
        `import { rounds } from '../rounds/tables.ts'\ndb.run(sql\`insert or ignore into \${rounds} values (1)\`)`,
        `import * as theirs from '../rounds/tables.ts'\ndb.run(sql\`update \${theirs.rounds} set id = 1\`)`,
        'db.run(sql`update rounds set id = 1`)',
        'db.run(sql`insert or ignore into "rounds" values (1)`)',
      ].map((code) => ({
        'src/rounds/tables.ts': `export const rounds = sqliteTable('rounds', {})`,
        'src/queue/store.ts': code,
      })),
      {
        'src/reports/belonging-tables.ts': `export const messages = sqliteTable('messages', {})`,
        'src/queue/store.ts': `import { messages } from '../reports/belonging-tables.ts'\ndb.delete(messages)`,
      },
    ],
    breaks: foreignWrites,
  },
  words(
    'what moves is written by record() alone; beside it, files and counting anew write what is no move',
    [
      { 'src/queue/moving.ts': 'await db.batch([db.update(reports).set({})])' },
      { 'src/staff/people.ts': 'return house.db\n  .batch([])' },
    ],
    /\.batch\s*\(/,
    /^src\/(log\/record|files\/(keeping|ending|arriving)|reports\/counting-anew)\.ts$/,
  ),
  {
    says: 'what runs by itself writes no move and no grant, but what is counted, kept for a while or over',
    broken: [
      ...housesOf(
        'src/reports/moving.ts',
        `await db.update(reports).set({ state: 'verified' })`,
        'await house.db\n  .insert(proposals)\n  .values({})',
        'await (db.delete(proposals))',
        'void db.delete(proposals)',
        'await db.update(tables.reports).set({})',
        'await insertRows(db, messages, [])',
        `await db.run(sql\`update \${reports} set state = 1\`)`,
        'await db.run(sql`delete from "reports"`)',
        'const end = async (db: Db) => db.delete(proposals)',
        'async function end(db: Db) {\n  const one = 1\n  return db.delete(proposals)\n}',
        'await Promise.all([find(db), db.delete(proposals)])',
        'db.update(reports).set({ by: of(db) }).where(eq(reports.id, id(it))).then(done)',
        'await db.run(x)\nconst end = db.delete(proposals).where(all)\nawait end',
        'export const end = (db: Db): Statement =>\n  db.delete(proposals)\nawait end(db)',
        'export function end(\n  db: Db,\n): Statement {\n}\nawait end(db)',
      ),
      {
        'src/staff/giving.ts': `import { record } from '../log/record.ts'\nawait db.insert(grants).values({})`,
      },
      // Each file is free for its own table alone.
      { 'src/staff/session.ts': 'await db.update(people).set({})' },
      { 'src/posters/photos.ts': 'await db.insert(sheets).values({})' },
    ],
    breaks: (tree) => {
      const server = Object.entries(tree).filter(([path]) => !isClient(path))
      return loneWrites(Object.fromEntries(server)).filter((write) => !noMoves.includes(write))
    },
  },
  {
    says: 'a grant is given and taken where its step is recorded; the first administrator’s by who lets them in',
    broken: housesOf(
      'src/staff/giving.ts',
      'db.insert(grants).values({})',
      'db.delete(grants)',
      'db.update(grants).set({})',
      'insertRows(db, grants, [])',
      `import type { record } from '../log/record.ts'\ndb.insert(grants).values({})`,
    ),
    breaks: (tree, all) => {
      const record = all.filter(({ names, typeOnly }) => names.includes('record') && !typeOnly)
      return Object.entries(tree)
        .filter(([path]) => path !== 'src/staff/first-administrator.ts')
        .filter(([path]) => !record.some(({ from }) => from === path))
        .filter(([, code]) => givesOrTakes.test(uncommented(code)))
        .map(([path]) => `${path} changes grants`)
    },
  },
  {
    says: 'a file is named after what it holds',
    broken: [
      ...[
        'utils.ts',
        'util.ts',
        'helpers.ts',
        'helper.tsx',
        'common.ts',
        'types.ts',
        'type.ts',
        'service.ts',
      ],
      ...['manager.ts', 'misc.ts', 'lib.ts', 'shared.ts', 'index.tsx'],
    ].map((name) => ({ [`src/queue/${name}`]: '' })),
    breaks: (tree) => Object.keys(tree).filter((path) => namedAfterNothing.test(basename(path))),
  },
  words('chance comes in by the front door', { 'src/a.ts': 'Math.random()' }, /\bMath\s*\.\s*random\b/),
  words(
    'no literal is spread into another, where its keys would not be checked',
    { 'src/a.tsx': `const step = <Step {...{ subject, whoo }} at={at} />` },
    /\.\.\.\{/,
  ),
  words('bytes are Uint8Array', { 'src/a.ts': 'Buffer.from([])' }, /\bBuffer\b/),
  words(
    'only a runtime writes a log',
    housesOf('src/a.ts', `console.log('')`, `console.error('')`),
    /\bconsole\s*\./,
    /^src\/(node|worker)\.ts$/,
  ),
  words(
    'no string becomes markup or code',
    housesOf(
      'src/a.client.ts',
      `row.innerHTML = ''`,
      `row.outerHTML = ''`,
      `row.insertAdjacentHTML('beforeend', '')`,
      `row.setHTMLUnsafe('')`,
      `new DOMParser().parseFromString('', 'text/html')`,
      `document.write('')`,
      `document.writeln('')`,
      `const row = <b dangerouslySetInnerHTML={{ __html: '' }} />`,
      `eval('')`,
      `new Function('')`,
    ),
    /\b(inner|outer)HTML\b|\b(insertAdjacentHTML|setHTMLUnsafe|DOMParser|document\.write(ln)?|dangerouslySetInnerHTML|eval|new Function)\b/,
  ),
]

const noMoves = [
  'src/files/arriving.ts writes files',
  'src/files/ending.ts writes files',
  'src/intake/spending.ts writes spentWork',
  'src/posters/photos.ts writes sheetPhotos',
  'src/posters/scans.ts writes scans',
  'src/reports/earlier.ts writes earlierEnvelopes',
  'src/staff/second-factor.ts writes secondFactors',
  'src/staff/session.ts writes sessions',
  'src/staff/throttle.ts writes signInTries',
]

const givesOrTakes = /\b(insert|update|delete)\(\s*grants\b|\binsertRows\([^,]+,\s*grants\b/

const namedAfterNothing = /^(utils?|helpers?|common|types?|services?|managers?|misc|lib|shared|index)\./

/** Tests may do what the house may not. */
export function breachesOf(rule: Rule, tree: Tree): string[] {
  const house = Object.fromEntries(Object.entries(tree).filter(([path]) => !isTest(path)))
  return rule.breaks(house, importsOf(house))
}
