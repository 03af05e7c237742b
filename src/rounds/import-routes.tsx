import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { done, page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { importFaults, importWords } from '../i18n/import.ts'
import { progressWords } from '../i18n/round-stages.ts'
import { say } from '../i18n/speak.ts'
import { unitTypeWords } from '../i18n/units.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { isLive, listCodes } from '../posters/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { OfficePage } from '../ui/office-page.tsx'
import { listPlaced } from './assignments.ts'
import { ImportPage, type ImportView } from './import-page.tsx'
import { planImport } from './import-plan.ts'
import { columns, readRows, unusedColumns } from './import-rows.ts'
import { IMPORTS, type Seen, storeImport } from './import-store.ts'
import { decodeText, readTable, writeTable } from './import-text.ts'
import { isWorkbook, readWorkbook } from './import-workbook.ts'
import { findRound, listRounds, versionOf } from './store.ts'
import { listTeams, type Team } from './teams.ts'
import { listUnits, type Unit, unitVersions } from './units.ts'

/** One head and ten thousand units. */
const MOST = 10_001
const MEGABYTES = 4

/** Units, their teams and sheet counts from a table: looked at first, and stored when all of it is right. */
export function importRoutes(house: House): Hono<DeskEnv> {
  const { db, newId } = house
  const app = new Hono<DeskEnv>()

  /** An archived round takes no form of any kind. */
  const openRounds = async () => (await listRounds(db)).filter(({ stage }) => stage !== 'archived')

  const show = async (c: Context<DeskEnv>, view: ImportView, status?: 409 | 422) => {
    const frame = await officeFrame(c, house)
    const office = await theOffice(db)
    const rounds = await openRounds()
    return page(c, <ImportPage frame={frame} office={office} rounds={rounds} {...view} />, status)
  }

  const tooBig = async (c: Context<DeskEnv>) => {
    const frame = await officeFrame(c, house)
    const sentence = say(frame.reader.lang, importFaults.tooBig, { most: MEGABYTES })
    return page(
      c,
      <OfficePage frame={frame} section="units">
        <h1>{sentence}</h1>
        <p>
          <a href={paths.importUnits}>{say(frame.reader.lang, importWords.open)}</a>
        </p>
      </OfficePage>,
      413,
    )
  }

  const nowOf = async (roundId: string) => {
    const version = await versionOf(db, IMPORTS)
    const versions = await unitVersions(db)
    const round = roundId === '' ? undefined : await findRound(db, roundId)
    const seenRound = round && { id: round.id, version: await versionOf(db, `round:${round.id}`) }
    const units = await listUnits(db)
    const roundNow = round && {
      isArchived: round.stage === 'archived',
      teams: await listTeams(db, round.id),
      spokenHere: (await theOffice(db)).dialects,
      assigned: new Map((await listPlaced(db, round.id)).map((placed) => [placed.unitId, placed])),
      notices: new Set((await listCodes(db, round.id)).filter(isLive).map(({ unitId }) => unitId)),
    }
    return { units, round: roundNow, seen: { version, units: versions, round: seenRound } }
  }

  /** Where somebody comes after an import; with the round in which units of it are yet to be given to a team. */
  const unitsAfter = async (imported: readonly Unit[], chosen: string) => {
    const round = chosen || (await openRounds())[0]?.id
    const placed = new Set(round && (await listPlaced(db, round)).map(({ unitId }) => unitId))
    return round && imported.some(({ id }) => !placed.has(id)) ? paths.unitsToAssign(round) : paths.units
  }

  app.get(paths.importUnits, async (c) => {
    const open = await openRounds()
    const only = open.length === 1 ? open[0]?.id : undefined
    return show(c, { text: '', round: c.req.query('round') ?? only ?? '' })
  })

  app.get(paths.importSample, (c) => {
    const cell = (phrase: readonly [string, string]) => phrase[0]
    const { town, village } = unitTypeWords
    const head = columns.map((column) => cell(importWords.columns[column]))
    const lines = [
      ['榕墟镇', cell(town), '', '第二巡察组', '3', '', '', '', ''],
      ['榕墟镇青塘村', cell(village), '榕墟镇', '第二巡察组', '3', '青塘村', '', '', '2600'],
    ]
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="units.csv"')
    return c.body(`\ufeff${writeTable([head, ...lines], ',')}\n`)
  })

  app.post(
    paths.importUnits,
    bodyLimit({ maxSize: MEGABYTES * 1024 * 1024, onError: (c) => tooBig(c as Context<DeskEnv>) }),
    async (c) => {
      const { lang } = deskReader(c)
      const posted = await c.req.parseBody()
      const field = (name: string) => (typeof posted[name] === 'string' ? posted[name] : '')
      const round = field('round')
      const read = await readPosted(posted.file, field('text'))
      const refuse = (fault: keyof typeof importFaults, text = field('text')) =>
        show(c, { text, round, fault: say(lang, importFaults[fault], { most: MOST - 1 }) }, 422)
      if (typeof read === 'string') return refuse(read)
      const text = read.text
      if (read.table.length > MOST) return refuse('tooLong', text)
      const rows = readRows(read.table)
      const unused = unusedColumns(read.table)
      if (rows.length === 0) return refuse('empty')

      const now = await nowOf(round)
      if (round !== '' && !now.round) return refuse('noRound', text)
      if (now.round?.isArchived) return show(c, { text, round, fault: say(lang, progressWords.gone) }, 409)
      if (!now.round && rows.some(({ team, sheets, dialects }) => `${team}${sheets}${dialects}` !== ''))
        return show(c, { text, round, unchosen: say(lang, importFaults.unchosen) }, 422)
      const { plan, problems } = planImport(rows, now.units, now.round, newId)
      if (problems.length > 0) return show(c, { text, round, problems }, 422)
      const version = stamp(now.seen, now.round?.teams)
      const changes = plan.created.length + plan.counted.length + plan.placings.length
      const asked = field('version')
      if (asked === '') return show(c, { text, round, plan, unused, version, now: now.round })
      if (changes === 0) return done(c, paths.units, 'importedNothing')
      const { phone, hours } = await theOffice(db)
      const stored =
        asked === version && (await storeImport(db, plan, now.seen, { phone, hours }, handOf(c, house)))
      if (stored === 'done') return done(c, await unitsAfter(plan.units, round), 'imported')
      return show(c, { text, round, plan, unused, version, now: now.round, overtaken: true }, 409)
    },
  )
  return app
}

/** What the preview was compared with. A line names a team: which one that is changes with the teams' names. */
const stamp = ({ version, units, round }: Seen, teams: readonly Pick<Team, 'id' | 'name'>[] = []) =>
  [
    ...[version, [...units.values()].reduce((sum, n) => sum + n, 0), round?.version ?? 0],
    ...teams.map(({ id, name }) => `${id}:${encodeURIComponent(name)}`),
  ].join('.')

/** The table, and the text that is shown of it; or what is wrong. A file goes before pasted text. */
async function readPosted(file: unknown, pasted: string) {
  if (!(file instanceof File) || file.size === 0) {
    return pasted.trim() === '' ? 'empty' : { text: pasted, table: readTable(pasted, MOST + 1) }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isWorkbook(bytes)) {
    const table = await readWorkbook(bytes, MOST + 1)
    return table ? { table, text: writeTable(table) } : 'unreadable'
  }
  const decoded = decodeText(bytes)
  if (decoded === undefined) return 'unreadable'
  const table = readTable(decoded, MOST + 1)
  return { table, text: writeTable(table) }
}
