import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  type CastOffice,
  giveKeys,
  hand,
  makeCode,
  makeOffice,
  makeRound,
} from '../../test/cast/bare-office.ts'
import type { Db } from '../db/db.ts'
import { openLibsqlFile } from '../db/libsql.ts'
import { listSteps } from '../log/record.ts'
import { versionOf } from '../rounds/store.ts'
import { createUnit } from '../rounds/units.ts'
import { changeSheets, markTested, openCodes, withdrawCode } from './moving.ts'
import { listNotices } from './sheet-moving.ts'
import { findCode, findCodeByNumber, listCodes } from './store.ts'

let db: Db
let office: CastOffice
let ids: { roundId: string; teamId: string; unitId: string }

beforeEach(async () => {
  ;({ db } = await openLibsqlFile(':memory:', fileURLToPath(new URL('../../migrations', import.meta.url))))
  office = await makeOffice(db)
  ids = await makeRound(db)
})

const stateOf = async (token: string) => (await findCode(db, token))?.code.state

describe('a code on its way', () => {
  it('is a draft, then tested, then in use, then withdrawn, each with its step', async () => {
    const { token, kept } = await makeCode(db, office, ids)
    expect(kept).toBe('done')
    expect(await stateOf(token)).toBe('draft')
    expect(await markTested(db, token, new Date('2026-11-24T15:59:59Z'))).toBe('done')
    expect(await openCodes(db, [token], hand)).toBe('done')
    expect(await withdrawCode(db, token, 'covered', undefined, hand)).toBe('done')
    expect(await stateOf(token)).toBe('revoked')
    const steps = await listSteps(db, `code:${token}`)
    expect(steps.map(({ move, toState }) => [move, toState])).toEqual([
      ['mint', 'draft'],
      ['test', 'tested'],
      ['open', 'inUse'],
      ['withdraw', 'revoked'],
    ])
    expect(steps[1]).toMatchObject({ at: '2026-11-24', who: null })
    expect(steps[3]?.why).toBe('covered')
  })

  it('skips no stop: nothing untested comes into use, nothing withdrawn comes back', async () => {
    const { token } = await makeCode(db, office, ids)
    expect(await openCodes(db, [token], hand)).toBe('not allowed')
    await withdrawCode(db, token, 'misprint', undefined, hand)
    expect(await markTested(db, token, hand.now)).toBe('not allowed')
    expect(await openCodes(db, [token], hand)).toBe('not allowed')
    expect(await withdrawCode(db, token, 'other', undefined, hand)).toBe('not allowed')
    expect(await stateOf(token)).toBe('revoked')
  })

  it('takes two test scans at once as one, also after its sheets were counted anew', async () => {
    const { token } = await makeCode(db, office, ids)
    await changeSheets(db, token, 8, hand)
    const scans = await Promise.all([markTested(db, token, hand.now), markTested(db, token, hand.now)])
    expect(scans).toContain('done')
    expect((await listSteps(db, `code:${token}`)).map(({ move }) => move)).toEqual(['mint', 'sheets', 'test'])
    expect((await findCode(db, token))?.code).toMatchObject({ state: 'tested', sheets: 8 })
  })

  it('withdraws the old and opens the new in one go, or neither', async () => {
    const old = await makeCode(db, office, ids, '123450')
    await markTested(db, old.token, hand.now)
    await openCodes(db, [old.token], hand)
    const next = await makeCode(db, office, ids, '987657')
    expect(await withdrawCode(db, old.token, 'damaged', next.token, hand)).toBe('not allowed')
    expect([await stateOf(old.token), await stateOf(next.token)]).toEqual(['inUse', 'draft'])
    await markTested(db, next.token, hand.now)
    expect(await withdrawCode(db, old.token, 'damaged', next.token, hand)).toBe('done')
    expect([await stateOf(old.token), await stateOf(next.token)]).toEqual(['revoked', 'inUse'])
  })
})

describe('codes put in use at once', () => {
  it('take the place of those that give way, all in one batch or none', async () => {
    const old = await makeTested('135795', '旧圩村')
    await openCodes(db, [old], hand)
    const next = await makeTested('123450', '青塘村')
    expect(await openCodes(db, [next], hand, [old, 'NOSUCHCODE'])).toBe('not allowed')
    expect([await stateOf(old), await stateOf(next)]).toEqual(['inUse', 'tested'])
    expect(await openCodes(db, [next], hand, [old])).toBe('done')
    expect([await stateOf(old), await stateOf(next)]).toEqual(['revoked', 'inUse'])
    expect((await findCode(db, old))?.code.withdrawnWhy).toBe('changed')
  })

  const makeTested = async (number: string, name: string) => {
    const place = await makeRound(db, { unit: { name }, round: { title: name } })
    const { token } = await makeCode(db, office, place, number)
    await markTested(db, token, hand.now)
    return token
  }

  it('come into use together, each with its own step, or not at all', async () => {
    const tokens = [await makeTested('123450', '青塘村'), await makeTested('987657', '禾仓村')]
    const draft = (await makeCode(db, office, ids, '246801')).token
    expect(await openCodes(db, [...tokens, draft], hand)).toBe('not allowed')
    expect(await openCodes(db, [...tokens, 'NOSUCHCODE'], hand)).toBe('not allowed')
    expect(await Promise.all(tokens.map(stateOf))).toEqual(['tested', 'tested'])
    expect(await openCodes(db, tokens, hand)).toBe('done')
    expect(await Promise.all([...tokens, draft].map(stateOf))).toEqual(['inUse', 'inUse', 'draft'])
    for (const token of tokens) {
      const steps = await listSteps(db, `code:${token}`)
      expect(steps.at(-1)).toMatchObject({ position: 3, move: 'open', fromState: 'tested', who: hand.who })
    }
  })

  it('are opened by one of two who press at once, and none when one of them is withdrawn meanwhile', async () => {
    const tokens = [await makeTested('123450', '青塘村'), await makeTested('987657', '禾仓村')]
    const [first = '', second = ''] = tokens
    const [opened, withdrawn] = await Promise.all([
      openCodes(db, tokens, hand),
      withdrawCode(db, second, 'covered', undefined, hand),
    ])
    expect([opened, withdrawn].filter((moved) => moved === 'done')).toHaveLength(1)
    expect(await stateOf(first)).toBe(opened === 'done' ? 'inUse' : 'tested')
    const again = await makeTested('246801', '云脚村')
    const both = await Promise.all([openCodes(db, [again], hand), openCodes(db, [again], hand)])
    expect(both.filter((moved) => moved === 'done')).toHaveLength(1)
    expect((await listSteps(db, `code:${again}`)).map(({ move }) => move)).toEqual(['mint', 'test', 'open'])
  })
})

describe('keeping a new code', () => {
  it('refuses a notice number that another code has, and writes nothing', async () => {
    await makeCode(db, office, ids, '123450')
    const other = await makeRound(db, { unit: { name: '禾仓村' }, round: { title: '另一轮' } })
    const before = await versionOf(db, `unit:${other.unitId}`)
    const second = await makeCode(db, office, other, '123450')
    expect(second.kept).toBe('numberTaken')
    expect(await findCode(db, second.token)).toBeUndefined()
    expect(await versionOf(db, `unit:${other.unitId}`)).toBe(before)
  })

  it('lets one of two administrators win who make a code for the same unit at once', async () => {
    const seen = await versionOf(db, `unit:${ids.unitId}`)
    const numbers = ['123450', '987657']
    const both = await Promise.all(numbers.map((number) => makeCode(db, office, ids, number, seen)))
    expect(both.map(({ kept }) => kept).sort()).toEqual(['done', 'overtaken'])
    expect(await listCodes(db, ids.roundId)).toHaveLength(1)
  })
})

describe('the notices of a team', () => {
  it('come as its units do: a town, then its villages as they were entered', async () => {
    for (const [unitId, name, parentId] of [
      ['town', '岭屏镇', null],
      ['late', '云脚村', 'town'],
      ['early', '上稻村', 'town'],
    ] as const) {
      const type = parentId ? 'village' : 'town'
      await createUnit(db, unitId, { name, shortName: name, type, parentId }, hand)
    }
    for (const [number, unitId] of ['late', 'early', 'town'].entries())
      await makeCode(db, office, { ...ids, unitId }, `12345${number}`)
    const notices = await listNotices(db, ids.teamId)
    expect(notices.map(({ unit }) => unit)).toEqual(['岭屏镇', '云脚村', '上稻村'])
  })
})

describe('finding a code', () => {
  it('reads the token in either case and with letters mistaken for digits', async () => {
    const { token } = await makeCode(db, office, ids)
    const misread = token.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')
    expect((await findCode(db, misread))?.code.token).toBe(token)
    expect(await findCode(db, 'nothing here')).toBeUndefined()
    expect(await findCode(db, '0000000000000000')).toBeUndefined()
  })

  it('brings the team key in force, and none before the office has certified one', async () => {
    const { token } = await makeCode(db, office, ids, '123450')
    expect((await findCode(db, token))?.keys).toBeUndefined()
    const certified = await giveKeys(db, office, ids)
    const found = await findCodeByNumber(db, '123450')
    expect(found?.keys).toMatchObject({ epoch: 1 })
    expect(found?.keys?.key).toEqual(certified.key)
    expect(found?.unit.name).toBe('青塘村')
    expect(found?.team.name).toBe('第二巡察组')
    expect(found?.office.shortName).toBe('岚川市委巡察办')
    expect(found?.office).not.toHaveProperty('recoveryBundle')
  })
})
