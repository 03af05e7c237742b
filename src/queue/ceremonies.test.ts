import { beforeAll, describe, expect, it, test } from 'vitest'
import { body, openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import type { EnvelopePart } from '../reports/belonging-tables.ts'
import { listEnvelopes } from '../reports/store.ts'
import type { Report } from '../reports/tables.ts'
import { openBody, Unopened } from '../sealing/open.ts'
import { type OpenReport, openRow, openSet, openTalk, openWritten } from './opening.client.ts'
import { sealMessageToResident, sealNote, sealOrder, sealReason, sealResult } from './writing.client.ts'

let desk: TeamDesk
let report: Report
let open: OpenReport
beforeAll(async () => {
  desk = await openTeamDesk()
  report = await desk.write()
  open = await desk.open(report)
})

const partOf = async (part: EnvelopePart) => {
  const [found] = await listEnvelopes(desk.db, [report.id], [part])
  if (!found) throw new Error(`no ${part}`)
  return found.envelope
}

describe('a member of the team', () => {
  it('opens the row, and all of what was written', async () => {
    const sealed = { id: report.id, dek: await partOf('dek'), line: await partOf('line') }
    const line = await openRow(
      desk.pair,
      { rootPrint: desk.rootPrint, holder: desk.holder, epoch: 1 },
      sealed,
    )
    expect(line.text).toBe('去年的种粮补贴没有到账。')
    expect(await openBody(open.dek, open.id, await partOf('body'))).toEqual({
      ...body,
      unit: desk.ids.unitId,
    })
  })

  it('opens nothing under another name', async () => {
    const sealed = { id: report.id, dek: await partOf('dek'), line: await partOf('line') }
    const name = { rootPrint: desk.rootPrint, holder: desk.holder, epoch: 2 }
    await expect(openRow(desk.pair, name, sealed)).rejects.toBeInstanceOf(Unopened)
  })

  test.each([
    ['why', sealReason],
    ['note', sealNote],
  ] as const)('writes a %s that only opens as one', async (part, seal) => {
    const { id, envelope } = await seal(open, '先查账，再走访。')
    expect(await openWritten(open, part, id, envelope)).toBe('先查账，再走访。')
    const other = part === 'why' ? 'note' : 'why'
    await expect(openWritten(open, other, id, envelope)).rejects.toBeInstanceOf(Unopened)
    await expect(openWritten(open, part, 'another', envelope)).rejects.toBeInstanceOf(Unopened)
  })

  it('writes a result', async () => {
    const tags = { discipline: 'masses', fields: 'works,assets', level: '' }
    const found = { findings: '账对上了', evidence: '三页', asked: '8', confirmed: '6', ...tags }
    const { id, envelope } = await sealResult(open, found)
    expect(Object.fromEntries(await openSet(open, 'result', id, envelope))).toEqual(found)
  })

  it('writes down an order to mend something, and opens it', async () => {
    const order = { matter: '疏通水渠', responsible: '青塘村', signer: '村主任' }
    const { id, envelope } = await sealOrder(open, order)
    expect(Object.fromEntries(await openSet(open, 'order', id, envelope))).toEqual(order)
    await expect(openSet(open, 'result', id, envelope)).rejects.toBeInstanceOf(Unopened)
  })

  it('writes to the resident, and the message cannot be turned round', async () => {
    const { id, envelope } = await sealMessageToResident(open, '法院\n12368')
    expect(await openTalk(open, 'toResident', id, envelope)).toBe('法院\n12368')
    await expect(openTalk(open, 'toTeam', id, envelope)).rejects.toBeInstanceOf(Unopened)
  })

  it('makes ids and envelopes of one length, whatever is written', async () => {
    const all = await Promise.all(['', '短', '长'.repeat(300)].map((text) => sealReason(open, text)))
    expect(new Set(all.map(({ envelope }) => envelope.length))).toEqual(new Set([1054]))
    expect(all.every(({ id }) => /^[\w-]{22}$/.test(id))).toBe(true)
  })
})
