import { describe, expect, it } from 'vitest'
import {
  again,
  chen,
  house,
  li,
  message,
  moment,
  plain,
  report,
  verified,
  withReport,
  wu,
} from '../../test/one-report.ts'
import { random } from '../sealing/bytes.ts'
import { decideProposal, proposeMove } from './proposing.ts'
import { listMessages } from './store.ts'
import { supplement } from './supplementing.ts'
import { addToReport } from './talking.ts'

withReport()

describe('talk', () => {
  const talk = () => ({ move: 'message' as const, message: message('talk'), sealed: [] })

  it('is stored once, however often it is sent', async () => {
    expect(await addToReport(house.db, report, talk(), chen, moment())).toBe('moved')
    expect(await addToReport(house.db, await again(), talk(), chen, moment())).toBe('known')
    expect(await listMessages(house.db, report.id)).toHaveLength(1)
  })

  it('is for those who may ask; notes are for all', async () => {
    expect(await addToReport(house.db, report, talk(), wu, moment())).toBe('not allowed')
    const note = { part: 'note' as const, partId: 'note', envelope: random(40) }
    expect(await addToReport(house.db, report, { move: 'note', sealed: [note] }, wu, moment())).toBe('moved')
  })

  it('of a resident is marked as read by those who may answer it, and by nobody else', async () => {
    await supplement(house.db, report, { id: 'more', envelope: random(40) }, moment())
    const { position: seen } = (await listMessages(house.db, report.id)).at(-1) ?? { position: 0 }
    const read = { move: 'read' as const, seen, sealed: [] }
    expect(await addToReport(house.db, await again(), read, wu, moment())).toBe('not allowed')
    expect((await again()).unread).toBe(true)
    expect(await addToReport(house.db, await again(), read, chen, moment())).toBe('moved')
    expect((await again()).unread).toBe(false)
  })

  it('of a resident comes to the top of the list until somebody has read it', async () => {
    const ended = { ...(await verified()) }
    await proposeMove(
      house.db,
      ended,
      'conclude',
      wu,
      { ...plain, decided: { resultType: 'solved' } },
      moment(),
    )
    await decideProposal(house.db, await again(), li, { approve: true, sealed: [] }, moment())
    expect((await again()).queueKey).toBeNull()
    await supplement(house.db, await again(), { id: 'more', envelope: random(40) }, moment())
    expect(await again()).toMatchObject({ unread: true, queueKey: expect.any(String) })
    const { position: seen } = (await listMessages(house.db, report.id)).at(-1) ?? { position: 0 }
    await addToReport(house.db, await again(), { move: 'read', seen, sealed: [] }, chen, moment())
    expect(await again()).toMatchObject({ unread: false, queueKey: null })
  })

  it('of a resident stays new for who had an older page before them', async () => {
    await supplement(house.db, report, { id: 'first', envelope: random(40) }, moment())
    const { position: seen } = (await listMessages(house.db, report.id)).at(-1) ?? { position: 0 }
    await supplement(house.db, await again(), { id: 'second', envelope: random(40) }, moment())
    const read = { move: 'read' as const, seen, sealed: [] }
    expect(await addToReport(house.db, await again(), read, chen, moment())).toBe('unseen')
    expect(await addToReport(house.db, await again(), { ...talk(), seen }, chen, moment())).toBe('moved')
    expect((await again()).unread).toBe(true)
  })
})
