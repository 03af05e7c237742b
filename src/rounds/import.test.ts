import { beforeEach, describe, expect, it } from 'vitest'
import { hand, makeRound, teamFields } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { startSession } from '../staff/session.ts'
import { listAssigned, listPlaced } from './assignments.ts'
import { planImport } from './import-plan.ts'
import { readRows } from './import-rows.ts'
import { storeImport } from './import-store.ts'
import { versionOf } from './store.ts'
import { changeTeam, createTeam, listTeams } from './teams.ts'
import { createUnit, listUnits } from './units.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
let cookie: string
beforeEach(async () => {
  at = await openOfficeDesk()
  cookie = `__Host-session=${await startSession(at.db, 'p-office', at.clock.now())}`
})

function send(fields: Record<string, string | Blob>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const headers = { Cookie: cookie, Origin: 'http://localhost', Host: 'localhost' }
  return at.app.request(paths.importUnits, { method: 'POST', headers, body })
}

const get = (address: string) => at.app.request(address, { headers: { Cookie: cookie } })

const head = '单位名称\t类型\t上级单位\t巡察组\t公告张数\n'
const table = `${head}榕墟镇\t镇\t\t第二巡察组\t5\n榕墟镇白沙村\t村\t榕墟镇\t第二巡察组\t3\n`
const names = async () => (await listUnits(at.db)).map(({ name }) => name)

describe('a pasted table', () => {
  it('is shown as a tree first, and stored with teams and sheets when asked', async () => {
    const { roundId: round, teamId, unitId } = await makeRound(at.db)
    const preview = await (await send({ text: table, round })).text()
    expect(preview).toContain('1 个镇，1 个村，共 2 个')
    expect(await names()).toEqual(['青塘村'])
    const stored = await send({ text: table, round, version: hiddenIn(preview, 'version') })
    expect(stored.headers.get('Location')).toBe(`${paths.units}?said=imported`)
    const units = await listUnits(at.db)
    const town = units.find(({ type }) => type === 'town')
    const village = units.find(({ name }) => name === '榕墟镇白沙村')
    expect(village).toMatchObject({ shortName: '白沙村', parentId: town?.id })
    const placed = (await listPlaced(at.db, round)).filter((one) => one.unitId !== unitId)
    expect(placed.map(({ teamId, sheets }) => [teamId, sheets]).sort()).toEqual([
      [teamId, 3],
      [teamId, 5],
    ])
    expect((await listSteps(at.db, `unit:${village?.id}`)).map(({ move }) => move)).toEqual([
      'create',
      'assign',
    ])
  })

  it('leads to the teams when units of it have none, and where they all have one to nothing more', async () => {
    const { roundId } = await makeRound(at.db)
    const alone = { text: '单位名称\t类型\n镇上的学校\t学校\n', round: '' }
    const version = hiddenIn(await (await send(alone)).text(), 'version')
    const next = (await send({ ...alone, version })).headers.get('Location') ?? ''
    expect(next).toBe(`${paths.unitsToAssign(roundId)}&said=imported`)
    const html = await (await get(next)).text()
    expect(html).toContain(`<a href="${paths.assign(roundId)}">分单位</a>`)
    expect(html.indexOf(paths.importUnits)).toBeLessThan(html.indexOf('<table'))
    expect(await (await get(paths.units)).text()).not.toContain('分单位')
  })

  it('keeps its order in the round: a town, then its villages as they were listed', async () => {
    const { roundId: round } = await makeRound(at.db, { unit: { name: '末村' } })
    const lines = [
      '水口镇|镇|',
      '水口镇子村|村|水口镇',
      '水口镇丑村|村|水口镇',
      '榕墟镇|镇|',
      '榕墟镇寅村|村|榕墟镇',
    ]
    const text = head + lines.map((line) => `${line}|第二巡察组|3`.replaceAll('|', '\t')).join('\n')
    const version = hiddenIn(await (await send({ text, round })).text(), 'version')
    await send({ text, round, version })
    const listed = await listAssigned(at.db, round)
    expect(listed.map(({ unit, depth }) => `${depth} ${unit.name}`)).toEqual([
      // Lower than a town, though its own is not here.
      '1 末村',
      '0 水口镇',
      '1 水口镇子村',
      '1 水口镇丑村',
      '0 榕墟镇',
      '1 榕墟镇寅村',
    ])
  })

  it('changes nothing the second time', async () => {
    const { roundId: round } = await makeRound(at.db)
    const version = hiddenIn(await (await send({ text: table, round })).text(), 'version')
    await send({ text: table, round, version })
    const before = [await listUnits(at.db), await listPlaced(at.db, round), await listSteps(at.db, 'units')]
    const words = await wordsOf(send({ text: table, round }))
    expect(words).toContain('表里的都已经有了，不用导入。')
    expect(words).toContain('榕墟镇白沙村 村 第二巡察组 3')
    const again = await send({ text: table, round, version })
    expect(again.headers.get('Location')).toBe(`${paths.units}?said=importedNothing`)
    expect([await listUnits(at.db), await listPlaced(at.db, round), await listSteps(at.db, 'units')]).toEqual(
      before,
    )
  })

  it('brings how many people units have, shows it first, and changes nothing the second time', async () => {
    const text = '单位名称\t类型\t人数\n榕墟镇\t镇\t31000\n水利局\t机关\t\n'
    const preview = await (await send({ text })).text()
    expect(await wordsOf(new Response(preview))).toMatch(
      /公告张数 人数.*榕墟镇 · 新 镇 31000 .*水利局 · 新 机关/,
    )
    await send({ text, version: hiddenIn(preview, 'version') })
    const stored = await listUnits(at.db)
    expect(stored.map(({ headcount }) => headcount)).toEqual([31000, null])
    expect(await wordsOf(send({ text }))).toContain('表里的都已经有了，不用导入。')
    // A table without the column says nothing against it.
    expect(await wordsOf(send({ text: '榕墟镇\t镇\n' }))).toContain('表里的都已经有了，不用导入。')
    expect(await listUnits(at.db)).toEqual(stored)
  })

  it('fills in how many people a unit has where nobody knew, and changes no number that is there', async () => {
    const { roundId: round } = await makeRound(at.db)
    const head = '单位名称\t类型\t巡察组\t人数\n'
    const store = async (text: string) => {
      const preview = await (await send({ text, round })).text()
      await send({ text, round, version: hiddenIn(preview, 'version') })
      return wordsOf(new Response(preview))
    }
    await store(`${head}水利局\t机关\t\t\n商务局\t机关\t\t80`)
    const filled = `${head}水利局\t机关\t第三巡察组\t60\n商务局\t机关\t\t80`
    expect(await store(filled)).toContain('新登记 0 个，分组、张数或人数有改动的 1 个')
    const water = (await listUnits(at.db)).find(({ name }) => name === '水利局')
    expect(water).toMatchObject({ headcount: 60, type: 'organ', shortName: '水利局' })
    const moves = (await listSteps(at.db, `unit:${water?.id}`)).map(({ move }) => move)
    expect(moves).toEqual(['create', 'change', 'assign'])
    expect(await wordsOf(send({ text: filled, round }))).toContain('表里的都已经有了，不用导入。')
    const other = send({ text: filled.replace('60', '61'), round })
    expect(await wordsOf(other)).toContain('人数和表里不一样')
  })

  it('with one wrong line is not stored at all, and stays in the form', async () => {
    const text = '榕墟镇\t镇\n<甲>村\t村\t无名镇'
    for (const version of ['', '0.0.0']) {
      const answer = await send({ text, version })
      expect(answer.status).toBe(422)
      const html = (await answer.text()).replaceAll('\r\n', '\n')
      expect(html).toContain('1 行要改，改好再导入。现在一行也没有存。')
      expect(html).toContain('第 2 行：上级单位“无名镇”找不到')
      expect(html).toContain('榕墟镇\t镇\n&lt;甲&gt;村\t村\t无名镇')
    }
    expect(await names()).toEqual([])
  })

  it('that names teams is refused in one sentence at the field while no round is chosen', async () => {
    const html = await (await send({ text: table })).text()
    expect(html.match(/表里写了巡察组、张数或方言，请先选轮次。/g)).toHaveLength(1)
    expect(html).toContain('aria-describedby="round-wrong"')
    expect(html).not.toContain('行要改')
  })

  it('goes to the only round that is open, unless another is asked for', async () => {
    const { roundId: only } = await makeRound(at.db)
    const chosen = async () => {
      const html = await (await at.get(paths.importUnits)).text()
      return html.match(/<option value="([^"]*)" selected/)?.[1]
    }
    expect(await chosen()).toBe(only)
    await makeRound(at.db, { round: { seq: 3 }, team: { name: '第三巡察组' }, unit: { name: '白石村' } })
    expect(await chosen()).not.toBe(only)
  })

  it('that was looked at before somebody else entered a unit is looked at again', async () => {
    const text = '榕墟镇\t镇'
    const version = hiddenIn(await (await send({ text })).text(), 'version')
    const other = { name: '水口镇', shortName: '水口镇', type: 'town' as const, parentId: null }
    await createUnit(at.db, 'other', other, { who: 'p-other', now: at.clock.now() })
    const late = await send({ text, version })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('刚才有人改过单位')
    expect((await send({ text, version: hiddenIn(html, 'version') })).status).toBe(303)
    expect((await names()).sort()).toEqual(['榕墟镇', '水口镇'])
  })

  it('sent twice at once is stored once', async () => {
    const text = '榕墟镇\t镇'
    const version = hiddenIn(await (await send({ text })).text(), 'version')
    await Promise.all([send({ text, version }), send({ text, version })])
    expect(await names()).toEqual(['榕墟镇'])
  })
})

describe('a team that a table names', () => {
  const text = `${table}水口镇\t镇\t\t第五巡察组\t2\n水口镇丑村\t村\t水口镇\t第五巡察组\t2\n`
  const previewed = async (round: string) => hiddenIn(await (await send({ text, round })).text(), 'version')
  const teamsOf = (round: string) => listTeams(at.db, round)

  it('is created with its units, said before, and lacks what only the office knows', async () => {
    const { roundId: round } = await makeRound(at.db)
    const said = await wordsOf(send({ text, round }))
    expect(said).toContain('新建 1 个组：第五巡察组。')
    expect(said).toContain('值班电话和时间先写本办的（0000-6123400，')
    expect(await teamsOf(round)).toHaveLength(1)
    await send({ text, round, version: await previewed(round) })
    const [, fifth] = await teamsOf(round)
    expect(fifth).toMatchObject({
      name: '第五巡察组',
      phone: '0000-6123400',
      postal: '',
      dialects: [],
    })
    expect((await listSteps(at.db, `team:${fifth?.id}`)).map(({ move, who }) => [move, who])).toEqual([
      ['create', 'p-office'],
    ])
    const home = await wordsOf(at.get(`${paths.office}?round=${round}`))
    expect(home).toContain('第五巡察组还没填地址')
    const rows = async () =>
      (await (await get(paths.round(round))).text()).match(/是本办的，请改成本组的/g) ?? []
    expect(await rows()).toHaveLength(1)
    const own = async () => (await get(paths.team(fifth?.id ?? ''))).text()
    expect(await own()).toContain('下面的值班电话和时间是本办的，会印在公告上。')
    expect(await changeTeam(at.db, fifth?.id ?? '', 1, { ...teamFields, name: '第五巡察组' }, hand)).toBe(
      'done',
    )
    expect(await rows()).toHaveLength(0)
    expect(await own()).not.toContain('下面的值班电话和时间是本办的')
  })

  it('is created once, however often the table is sent', async () => {
    const { roundId: round } = await makeRound(at.db)
    await send({ text, round, version: await previewed(round) })
    const before = [await teamsOf(round), await listPlaced(at.db, round), await listUnits(at.db)]
    const again = await send({ text, round, version: await previewed(round) })
    expect(again.status).toBe(200)
    expect(await again.text()).toContain('表里的都已经有了，不用导入。')
    expect([await teamsOf(round), await listPlaced(at.db, round), await listUnits(at.db)]).toEqual(before)
  })

  it('speaks what its lines say, said before', async () => {
    const { roundId: round } = await makeRound(at.db)
    const spoken = '单位名称\t类型\t巡察组\t方言\n水口镇\t镇\t第五巡察组\t客家话、普通话\n'
    const preview = await (await send({ text: spoken, round })).text()
    expect(preview).toContain('新建 1 个组：第五巡察组（普通话、客家话）。')
    await send({ text: spoken, round, version: hiddenIn(preview, 'version') })
    expect((await teamsOf(round))[1]?.dialects).toEqual(['普通话', '客家话'])
    expect(await wordsOf(send({ text: spoken, round }))).toContain('表里的都已经有了，不用导入。')
  })

  it('by two tables at once is one team', async () => {
    const { roundId: round } = await makeRound(at.db)
    const version = await previewed(round)
    // Each has a village that the other lacks, so that neither has nothing left to do after the other.
    const tables = ['水口镇寅村', '水口镇卯村'].map((name) => `${text}${name}\t村\t水口镇\t第五巡察组\t2\n`)
    const answers = await Promise.all(tables.map((text) => send({ text, round, version })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await teamsOf(round)).map(({ name }) => name)).toEqual(['第二巡察组', '第五巡察组'])
    expect((await names()).filter((name) => name.startsWith('水口镇')).length).toBeLessThanOrEqual(3)
  })

  it('that gets another name before the table is stored is looked at again', async () => {
    const { roundId: round, teamId } = await makeRound(at.db)
    const fields = { ...teamFields, name: '第五巡察组' }
    await createTeam(at.db, { id: 'fifth', roundId: round }, fields, hand)
    const version = await previewed(round)
    const rename = async (id: string, name: string) => {
      const seen = await versionOf(at.db, `team:${id}`)
      expect(await changeTeam(at.db, id, seen, { ...fields, name }, hand)).toBe('done')
      const late = await send({ text, round, version })
      expect(late.status).toBe(409)
      expect(await names()).toEqual(['青塘村'])
      return late
    }
    expect(await wordsOf(rename('fifth', '第六巡察组'))).toContain('新建 1 个组：第五巡察组。')
    // The two have changed names in the end: each line would go to the other.
    await rename(teamId, '第五巡察组')
    const late = await rename('fifth', '第二巡察组')
    const again = hiddenIn(await late.text(), 'version')
    expect((await send({ text, round, version: again })).status).toBe(303)
    const placed = await listPlaced(at.db, round)
    const town = (await listUnits(at.db)).find(({ name }) => name === '榕墟镇')
    expect(placed.find(({ unitId }) => unitId === town?.id)?.teamId).toBe('fifth')
  })

  it('that somebody creates in the very moment is theirs: nothing of the table is stored', async () => {
    const { roundId: round } = await makeRound(at.db)
    const seen = {
      version: 0,
      units: new Map(),
      round: { id: round, version: await versionOf(at.db, `round:${round}`) },
    }
    const rows = readRows([['水口镇', '镇', '', '第五巡察组', '2']])
    const now = {
      teams: await teamsOf(round),
      spokenHere: [],
      assigned: new Map(),
      notices: new Set<string>(),
    }
    const { plan } = planImport(rows, await listUnits(at.db), now, at.house.newId)
    const fifth = { ...teamFields, name: '第五巡察组' }
    expect(await createTeam(at.db, { id: 'theirs', roundId: round }, fifth, hand)).toBe('done')
    expect(await storeImport(at.db, plan, seen, teamFields, hand)).toBe('overtaken')
    expect(await names()).toEqual(['青塘村'])
    expect(await createTeam(at.db, { id: 'another', roundId: round }, fifth, hand)).toBe('taken')
  })
})

describe('a file', () => {
  it('is read into the form, its formulas as text', async () => {
    const html = await (await send({ text: '', file: new File(['=1+1,机关\n榕墟镇,镇'], 'a.csv') })).text()
    expect(html).toContain('&#39;=1+1\t机关\n榕墟镇\t镇')
    expect(html).toContain('第 1 行像公式，按文字存，不会计算。')
  })

  it.each([
    [
      'no table',
      { file: new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])], 'a.xls') },
      '文件打不开，可能不是表格。请另存为 CSV 再试。',
    ],
    ['nothing', {}, '还没有粘贴，也没有选文件。'],
    ['a round that is not there', { text: '榕墟镇\t镇', round: 'other' }, '没有这一轮，请重新选。'],
  ])('is refused when it is %s', async (_, fields, sentence) => {
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    expect(await wordsOf(answer)).toContain(sentence)
  })

  it('of 100,000 lines is refused at once, and one too big is not read', async () => {
    const began = performance.now()
    const long = Array.from({ length: 100_000 }, (_, n) => `局${n},机关`).join('\n')
    const answer = await send({ file: new File([long], 'a.csv') })
    expect(answer.status).toBe(422)
    expect(await wordsOf(answer)).toContain('一次最多导入 10000 行，这张表更长。')
    const big = await send({ text: 'x'.repeat(4 * 1024 * 1024 + 1) })
    expect(big.status).toBe(413)
    expect(await wordsOf(big)).toContain('文件太大，最多 4 MB。')
    expect(performance.now() - began).toBeLessThan(5000)
    expect(await names()).toEqual([])
  })

  it('has a sample that imports as it stands', async () => {
    const { roundId: round } = await makeRound(at.db)
    const sample = await at.get(paths.importSample)
    const file = new File([await sample.arrayBuffer()], 'units.csv')
    expect(await wordsOf(send({ file, round }))).toContain('1 个镇，1 个村，共 2 个')
  })
})
