// What the Worker leaves out of the packages it is made of.
import { readFile } from 'node:fs/promises'

/**
 * What no table or question of ours needs of drizzle (whole relations, foreign keys, counts, decimal, real and
 * binary columns of its own), nor any page of hono (what takes in another application): of these files the names stay.
 */
const withoutTheRest = {
  name: 'without-the-rest',
  load: {
    filter: {
      id: /\/(hono\/dist\/utils\/mount|drizzle-orm\/(relations|sqlite-core\/(foreign-keys|columns\/(blob|numeric|real)|query-builders\/(query|count))))\.js$/,
    },
    async handler(id) {
      const [, names] = /export \{([\w\s,]*)\}/.exec(await readFile(id, 'utf8')) ?? []
      if (!names) throw new Error(`${id} does not say its names in one place`)
      return names.replace(/\w+/g, 'export const $& = undefined').replaceAll(',', ';')
    },
  },
}

const ASKS_ANEW = `  async queryWithCache(asked, values, ask) {
    try {
      return await ask()
    } catch (fault) {
      throw new DrizzleQueryError(asked, values, fault)
    }
  }
`

/**
 * Methods that nothing of ours calls. Drizzle is asked for no relations, joins by LEFT and INNER alone and only where it
 * reads, has no UNION, is migrated from outside, writes in batches and in no transactions, and remembers no answers. Of
 * HPKE the Worker seals: it makes no keys, and has nothing to open with.
 */
const sets = ['createSetOperator', 'addSetOperators', 'union', 'unionAll', 'intersect', 'except']
const joins = ['createJoin', 'leftJoin', 'innerJoin', 'rightJoin', 'fullJoin']
const keys = [
  'GenerateKeyPair',
  'DeriveKeyPair',
  'SerializePrivateKey',
  'SerializePublicKey',
  'DeserializePrivateKey',
]
const unused = {
  'hpke/index.js': {
    names: [
      ...keys,
      'Open',
      'SetupRecipient',
      '#extractRecipientKeys',
      'Export',
      'SendExport',
      'ReceiveExport',
    ],
    times: 13,
  },
  'drizzle-orm/sqlite-core/dialect.js': {
    names: ['buildRelationalQuery', 'buildSetOperations', 'buildSetOperationQuery', 'migrate'],
    times: 5,
  },
  'drizzle-orm/sqlite-core/db.js': { names: ['with', 'transaction'], times: 2 },
  'drizzle-orm/sqlite-core/query-builders/select.js': {
    names: [...sets, 'rightJoin', 'fullJoin', 'having', 'toSQL', '\\$dynamic', '\\$withCache'],
    times: 12,
  },
  'drizzle-orm/sqlite-core/query-builders/query-builder.js': { names: ['with'], times: 1 },
  'drizzle-orm/sqlite-core/query-builders/insert.js': { names: ['toSQL', '\\$dynamic'], times: 2 },
  'drizzle-orm/sqlite-core/query-builders/update.js': {
    names: [...joins, 'orderBy', 'limit', 'toSQL', '\\$dynamic'],
    times: 9,
  },
  'drizzle-orm/sqlite-core/query-builders/delete.js': {
    names: ['orderBy', 'limit', 'toSQL', '\\$dynamic'],
    times: 4,
  },
  'drizzle-orm/d1/session.js': { names: ['transaction'], times: 2 },
  'drizzle-orm/sqlite-proxy/session.js': { names: ['transaction'], times: 2 },
  'drizzle-orm/sqlite-core/session.js': { names: ['queryWithCache'], times: 1, instead: ASKS_ANEW },
}
const withoutUnusedMethods = {
  name: 'without-unused-methods',
  transform: {
    filter: { id: new RegExp(`/node_modules/(${Object.keys(unused).join('|')})$`) },
    handler(code, id) {
      const { names, times, instead = '' } = unused[id.split('/node_modules/').at(-1)]
      const name = `(${names.join('|')})`
      const methods = new RegExp(`^ {2}(async )?${name}(\\([\\s\\S]*?^ {2}\\}| = .*;)\\s*\\n`, 'gm')
      if (code.match(methods)?.length !== times) throw new Error(`${id} does not have its methods as it had`)
      return { code: code.replaceAll(methods, instead), map: null }
    },
  },
}

/**
 * Hono can follow a page's contexts through what the page waits for. Ours have none, but those by which hono itself
 * knows that it draws a head or a picture: nothing waits in there.
 */
const contextsInOneGo = {
  name: 'contexts-in-one-go',
  load: {
    filter: { id: /\/hono\/dist\/jsx\/context\.js$/ },
    handler: () => `import { raw } from '../utils/html.js'
import { JSXFragmentNode } from './base.js'
export const globalContexts = []
export const runWithRenderContext = (draw) => draw()
export const captureRenderContext = () => runWithRenderContext
export const useContext = ({ values }) => values.at(-1)
export const createContext = (first) => {
  const values = [first]
  const context = ({ value, children }) => {
    values.push(value)
    try {
      return raw(new JSXFragmentNode('', {}, [children].flat()).toString())
    } finally {
      values.pop()
    }
  }
  return Object.assign(context, { values })
}`,
  },
}

/** Columns are called in the database as they are here: drizzle need not ask how a name is written there. */
const namesAsGiven = {
  name: 'names-as-given',
  load: {
    filter: { id: /\/drizzle-orm\/casing\.js$/ },
    handler: () => 'export class CasingCache { getColumnCasing = ({ name }) => name }',
  },
}

/** A symbol's segments are known to the Worker: it need not look for those that make a text smallest. */
const segmentsAsGiven = {
  name: 'segments-as-given',
  load: {
    filter: { id: /\/qrcode\/lib\/core\/(segments|regex)\.js$/ },
    handler: (id) =>
      id.endsWith('regex.js')
        ? 'module.exports = {}'
        : `const kinds = { byte: require('./byte-data'), alphanumeric: require('./alphanumeric-data'), numeric: require('./numeric-data') }
exports.fromArray = (segments) => segments.map(({ mode, data }) => new kinds[mode](data))`,
  },
}

/**
 * It seals to public keys: it opens nothing, and its own keys serve one sealing and are never written down. The Worker
 * says in which region its store is and that it speaks S3: neither has to be guessed from the address. Of
 * numbers in bytes, it writes those of eight and of four for a code of the second factor, and reads one of four. No
 * column of ours is a moment to drizzle.
 */
const notCalled = {
  'hpke/index.js': [
    /^ {4}async (SerializePrivateKey|Decap|Open)\([\s\S]*?^ {4}\},|^ {4}DeriveKeyPair: DeriveKeyPairNist,|^ {4}DeserializePrivateKey: DeserializePrivateKeyNist,|^ {2}(pkcs8|spki|order|bitmask|Gx|Gy): [\s\S]*?,$/gm,
    '',
  ],
  'drizzle-orm/sqlite-core/columns/integer.js': [
    /^class SQLiteTimestamp[\s\S]*?^\}|^ {2}if \(config\?\.mode === "timestamp"[\s\S]*?^ {2}\}|^ {2}SQLiteTimestamp\w*,$/gm,
    '',
  ],
  'aws4fetch/dist/aws4fetch.esm.mjs': [/guessServiceRegion\(this\.url, this\.headers\)/, '[]'],
  '@oslojs/binary/dist/uint.js': [
    /^class LittleEndian \{[\s\S]*?^\}|new LittleEndian\(\)|^ {4}((put)?Uint(8|16)|uint64)\([\s\S]*?^ {4}\}/gim,
    (found) => (found.startsWith('new') ? 'undefined' : ''),
  ],
}
const withoutUncalled = {
  name: 'without-uncalled',
  transform: {
    filter: { id: new RegExp(`/node_modules/(${Object.keys(notCalled).join('|')})$`) },
    handler(code, id) {
      const [what, instead] = notCalled[id.split('/node_modules/').at(-1)]
      const less = code.replace(what, instead)
      if (less === code) throw new Error(`${id} is not as it was`)
      return { code: less, map: null }
    },
  },
}

/** In this order. */
export const leftOut = [
  withoutTheRest,
  withoutUnusedMethods,
  withoutUncalled,
  contextsInOneGo,
  namesAsGiven,
  segmentsAsGiven,
]
