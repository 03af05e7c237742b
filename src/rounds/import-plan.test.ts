import { describe, expect, it } from 'vitest'
import { importProblems } from '../i18n/import.ts'
import { fill } from '../i18n/speak.ts'
import { planImport, type RoundNow } from './import-plan.ts'
import { readRows, unusedColumns } from './import-rows.ts'
import type { Unit } from './units.ts'

const none = { system: null, headcount: null }
const stored: Unit[] = [
  { id: 'town', name: '榕墟镇', shortName: '榕墟镇', type: 'town', ...none, parentId: null },
  {
    id: 'village',
    name: '榕墟镇青塘村',
    shortName: '青塘村',
    type: 'village',
    ...none,
    parentId: 'town',
  },
]
const round: RoundNow = {
  teams: [
    { id: 'one', name: '第一巡察组', dialects: ['白话'] },
    { id: 'two', name: '第二巡察组', dialects: ['海话', '土话'] },
  ],
  spokenHere: ['普通话', '白话', '海话'],
  assigned: new Map([['village', { teamId: 'two', sheets: 3 }]]),
  notices: new Set(['village']),
}
function plan(lines: readonly string[], at: RoundNow | null = round) {
  let n = 0
  const rows = readRows(lines.map((line) => line.split('|')))
  const { plan, problems } = planImport(rows, stored, at ?? undefined, () => `new-${++n}`)
  return {
    ...plan,
    wrong: problems.map(({ key, ...blanks }) => fill(importProblems[key][0], { m: 0, ...blanks })),
  }
}

describe('a table', () => {
  it('may be in traditional characters', () => {
    const { created, wrong } = plan(['單位名稱|類型|上級單位', '水口鎮|鎮|', '水口鎮粮站|機關|水口鎮'])
    expect(wrong).toEqual([])
    expect(created.map(({ name, type }) => [name, type])).toEqual([
      ['水口鎮', 'town'],
      ['水口鎮粮站', 'organ'],
    ])
  })

  it('blames nothing on a line below one whose type nobody can read', () => {
    const below = ['水口镇白沙村|村|水口镇', '水口镇沙田村|村|水口镇']
    expect(plan(['水口镇|乡镇府|', ...below]).wrong).toEqual([expect.stringContaining('乡镇府')])
    expect(plan(['水口镇|机关|', ...below]).wrong).toHaveLength(2)
  })

  it('becomes units below their parents, wherever the parent stands in it', () => {
    const { created, placings, wrong } = plan([
      '水口镇白沙村|村|水口镇|第一巡察组|２',
      '水口镇|镇||第一巡察组',
      '榕墟镇小学|学校|榕墟镇',
    ])
    expect(wrong).toEqual([])
    expect(created).toEqual([
      {
        id: 'new-1',
        name: '水口镇白沙村',
        shortName: '白沙村',
        type: 'village',
        ...none,
        parentId: 'new-2',
      },
      { id: 'new-2', name: '水口镇', shortName: '水口镇', type: 'town', ...none, parentId: null },
      { id: 'new-3', name: '榕墟镇小学', shortName: '小学', type: 'school', ...none, parentId: 'town' },
    ])
    expect(placings).toEqual([
      { unitId: 'new-1', from: null, teamId: 'one', sheets: 2 },
      { unitId: 'new-2', from: null, teamId: 'one', sheets: null },
    ])
  })

  it('may name its columns in any order, among others', () => {
    const { created } = plan(['类型（必填）|备注|简称|单位名称', '项目|x|北渠|北渠整治工程'])
    expect(created).toMatchObject([{ name: '北渠整治工程', shortName: '北渠', type: 'project' }])
  })

  it('tells which columns nothing is taken from, where the table names its columns', () => {
    expect(unusedColumns([['类型（必填）', '备注', '', '单位名称', '人口']])).toEqual(['备注', '人口'])
    expect(unusedColumns([['北渠整治工程', '项目', '', '', '', '', '', '多出来的']])).toEqual([])
  })

  it('may say of which system a unit is, and does not change it where it says nothing', () => {
    const head = '单位名称|类型|系统'
    const { created, wrong } = plan([
      head,
      '粮食局|机关|粮食',
      '商务局|机关|',
      `水务局|机关|${'水'.repeat(13)}`,
    ])
    expect(created.slice(0, 2).map(({ system }) => system)).toEqual(['粮食', null])
    expect(wrong).toEqual([`第 4 行：系统“${'水'.repeat(13)}”超过 12 个字`])
    expect(plan(['榕墟镇|镇', '榕墟镇青塘村|村|榕墟镇']).wrong).toEqual([])
    expect(plan([head, '榕墟镇|镇|乡村振兴']).wrong).toEqual([
      expect.stringContaining('系统或人数和表里不一样'),
    ])
  })

  it('may say how many people a unit has, and does not change it where it says nothing', () => {
    const head = '单位名称|类型|人数'
    const { created, wrong } = plan([
      head,
      '粮食局|机关|４０',
      '商务局|机关|',
      '水务局|机关|约40',
      '林业局|机关|0',
    ])
    expect(created.map(({ headcount }) => headcount)).toEqual([40, null, null, null])
    const sentence = (row: number, x: string) =>
      `第 ${row} 行：人数“${x}”不对，请写数字，如 900；不知道就空着`
    expect(wrong).toEqual([sentence(4, '约40'), sentence(5, '0')])
    expect(plan(['Name|Type|People', 'Grain office|Organ|40']).created).toMatchObject([{ headcount: 40 }])
    const filled = plan([head, '榕墟镇|镇|30000'])
    expect([filled.wrong, filled.counted]).toEqual([[], [expect.objectContaining({ headcount: 30000 })]])
  })

  it('knows every type by its word', () => {
    const words = ['镇', '机关', '国企', '学校', '医院', '项目', 'Town', 'soe']
    const { created, wrong } = plan(words.map((word, n) => `单位${n}|${word}`))
    expect(wrong).toEqual([])
    expect(created.map(({ type }) => type)).toEqual(
      'town organ soe school hospital project town soe'.split(' '),
    )
  })

  it('changes nothing where everything is there already', () => {
    const { created, placings, wrong } = plan(['榕墟镇|镇', '榕墟镇青塘村|村|榕墟镇|第二巡察组|3'])
    expect([created, placings, wrong]).toEqual([[], [], []])
  })

  it('changes the number of sheets of a unit that has a notice, and not its team', () => {
    expect(plan(['榕墟镇青塘村|村|榕墟镇||5']).placings).toEqual([
      { unitId: 'village', from: 'two', teamId: 'two', sheets: 5 },
    ])
  })

  it('names teams that the round has not got: each is new once', () => {
    const { teams, placings, wrong } = plan([
      '甲镇|镇||第九巡察组',
      '乙镇|镇||第九巡察组|4',
      '丙镇|镇||第一巡察组',
    ])
    expect(wrong).toEqual([])
    const [ninth, ...others] = teams
    expect([ninth?.name, others]).toEqual(['第九巡察组', []])
    expect(placings.map(({ teamId, sheets }) => [teamId, sheets])).toEqual([
      [ninth?.id, null],
      [ninth?.id, 4],
      ['one', null],
    ])
    expect(plan(['甲镇|镇'], null).teams).toEqual([])
  })

  it('keeps what looks like a formula as text, and says so', () => {
    const { created, formulas } = plan(['=SUM(A1)|机关'])
    expect([created[0]?.name, formulas]).toEqual(['=SUM(A1)', [1]])
  })
})

describe('a line is refused', () => {
  it.each([
    [['|镇'], '第 1 行：没有写单位名称'],
    [[`${'长'.repeat(41)}|镇||||长`], `第 1 行：单位名称“${'长'.repeat(20)}……”太长，最多 40 个字`],
    [['甲镇|镇', '', '甲镇|镇'], '第 3 行：和第 1 行重名，请加镇名'],
    [['甲|乡'], '第 1 行：类型“乡”不认识，可用：镇、村、社区、机关、国企、学校、医院、项目'],
    [['甲村|村|无名镇'], '第 1 行：上级单位“无名镇”找不到'],
    [['甲小学|学校|榕墟镇青塘村'], '第 1 行：“榕墟镇青塘村”是村或社区，下面不能再有单位'],
    [['甲中学|学校', '甲镇|镇|甲中学'], '第 2 行：镇、村和社区只能放在镇或机关下面，不能放在“甲中学”下面'],
    [['甲村|村'], '第 1 行：村和社区要写上级镇'],
    [
      Array.from({ length: 11 }, (_, n) => `第${n}层|机关|${n === 0 ? '' : `第${n - 1}层`}`),
      '第 11 行：“第10层”层级太深，最多 10 层',
    ],
    [['甲局|机关|甲局'], '第 1 行：“甲局”绕了一圈，成了自己的上级'],
    [
      ['甲市第一人民医院东院区分院|医院'],
      '第 1 行：简称“甲市第一人民医院东院区分院”超过 12 个字，请加一列“简称”写短些',
    ],
    [
      ['榕墟镇青塘村|社区|榕墟镇'],
      '第 1 行：“榕墟镇青塘村”已经登记，类型、上级、简称、系统或人数和表里不一样。要改请到单位页改；不是同一个请加镇名',
    ],
    [[`甲镇|镇||${'九'.repeat(21)}`], `第 1 行：巡察组“${'九'.repeat(21)}”的名称太长，最多 20 个字`],
    [['甲镇|镇||第一巡察组|三'], '第 1 行：公告张数“三”不对，请写 1 到 99 的数字'],
    [['甲镇|镇|||3'], '第 1 行：写了张数，没有写巡察组'],
    [['榕墟镇青塘村|村|榕墟镇|第一巡察组'], '第 1 行：这个单位已有公告，先停用再换到“第一巡察组”'],
  ])('%j: %s', (lines, sentence) => {
    expect(plan(lines).wrong).toEqual([sentence])
  })

  it('with all that is wrong with it', () => {
    expect(plan(['甲村|乡|无名镇||0']).wrong).toHaveLength(3)
  })

  it('with every line of a circle, and no line beside it', () => {
    const { wrong } = plan(['甲|机关|乙', '乙|机关|丙', '丙|机关|甲', '丁|机关|甲'])
    expect(wrong.map((sentence) => sentence.slice(0, 5))).toEqual(['第 1 行', '第 2 行', '第 3 行'])
  })

  it('when it lies too deep with what is stored above it, and not when it is stored itself', () => {
    const organ = (n: number) => ({
      id: `s${n}`,
      name: `第${n}层`,
      shortName: `第${n}层`,
      type: 'organ' as const,
      ...none,
      parentId: n === 0 ? null : `s${n - 1}`,
    })
    const eleven = Array.from({ length: 11 }, (_, n) => organ(n))
    const rows = readRows([
      ['第10层', '机关', '第9层'],
      ['甲局', '机关', '第8层'],
      ['乙局', '机关', '甲局'],
    ])
    let n = 0
    const { problems } = planImport(rows, eleven, undefined, () => `new-${++n}`)
    expect(problems).toEqual([{ row: 3, key: 'deep', x: '乙局' }])
  })

  it('as fast in a chain of ten thousand as in a list', () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => [
      `单位${n}`,
      '机关',
      n === 0 ? '' : `单位${n - 1}`,
    ])
    let n = 0
    const started = performance.now()
    const { problems } = planImport(readRows(lines), [], undefined, () => `new-${++n}`)
    expect(problems).toHaveLength(9_990)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('dialects in a table', () => {
  const head = '单位名称|类型|上级单位|巡察组|公告张数|方言'
  const towns = [
    '水口镇|镇||第五巡察组||海话',
    '沙田镇|镇||第五巡察组||普通话，海话',
    '石角镇|镇||第六巡察组||',
  ]

  it('are what a new team speaks, together, in the order of the list', () => {
    const { teams, wrong } = plan([head, ...towns])
    expect(wrong).toEqual([])
    expect(teams.map(({ name, dialects }) => [name, dialects])).toEqual([
      ['第五巡察组', ['普通话', '海话']],
      ['第六巡察组', []],
    ])
  })

  it('need not be named where one thing alone is spoken', () => {
    const { teams } = plan(['石角镇|镇||第六巡察组'], { ...round, spokenHere: ['普通话'] })
    expect(teams.map(({ dialects }) => dialects)).toEqual([['普通话']])
  })

  it('that nobody has said are spoken here are named, line by line', () => {
    expect(
      plan([head, '水口镇|镇||第五巡察组||海话、黎话、闽话', '沙田镇|镇||第一巡察组||黎话']).wrong,
    ).toEqual([
      '第 2 行：名单里没有“黎话”这种话，先在设置里加',
      '第 2 行：名单里没有“闽话”这种话，先在设置里加',
      '第 3 行：名单里没有“黎话”这种话，先在设置里加',
    ])
  })

  it('are not changed by it for a team that is there, and may be repeated', () => {
    const village = (dialects: string) => `榕墟镇青塘村|村|榕墟镇|||${dialects}`
    const differ = '第 2 行：这个组已经建了，没有选“白话”。要改请到组的页面改'
    expect(plan([head, '水口镇|镇||第二巡察组||白话']).wrong).toEqual([differ])
    expect(plan([head, village('海话、白话')]).wrong).toEqual([differ])
    // It is off the list by now, and the team keeps it.
    const { wrong, teams, placings } = plan([head, village('海话、土话')])
    expect([wrong, teams, placings]).toEqual([[], [], []])
  })

  it('belong to a team', () => {
    expect(plan([head, '水口镇|镇||||海话']).wrong).toEqual(['第 2 行：写了方言，没有写巡察组'])
  })
})
