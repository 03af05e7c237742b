import { paths } from '../../src/paths.ts'
import { mintCode, type Printed } from '../../src/posters/mint.client.ts'
import { listCodes } from '../../src/posters/store.ts'
import { makeNoticeNumber } from '../../src/sealing/notice-number.ts'
import { importSigning } from '../../src/sealing/open.ts'
import { type AtDesk, officeKey, type Place, rootOf } from './at-desk.ts'
import { teams, units } from './people.ts'

/** The round of a whole county: three towns and their thirty-eight villages, shared by two teams. All invented. */
const county = [
  {
    town: '榕墟镇',
    team: 'first',
    villages:
      '青塘村 禾仓村 龙眼坡村 石桥头村 大埕村 水车田村 竹围村 双井村 旧圩村 莲湖垌村 黄竹坑村 马鞍岭村 渡口村',
  },
  {
    town: '稻溪镇',
    team: 'second',
    villages:
      '榕荫村 上稻村 下稻村 沙堤村 牛角湾村 塘尾垌村 新陂村 荔枝湾村 白鹤滩村 木棉坪村 三叉河村 粮站村 砖窑村 长蛇岭村',
  },
  {
    town: '岭屏镇',
    team: 'second',
    villages: '屏山村 云脚村 杉树坳村 茶亭村 石壁脚村 冷水坑村 油麻塘村 半岭村 梅子坪村 风门坳村 老鹰石村',
  },
] as const

/** As the office has heard of them: one village has few, and of the towns it has not asked. */
const SMALLEST = '老鹰石村'
const headcountOf = (name: string, n: number) =>
  name === SMALLEST ? '160' : String(900 + ((n * 37) % 32) * 100)

const isTyped = (name: string) => Object.values(units).some((unit) => unit.name === name)

/** As an office pastes it from its own list: a line a unit, with its type, what it lies in, its team and its sheets. */
const table = [
  ['单位名称', '类型', '上级单位', '巡察组', '公告张数', '简称', '人数'],
  ...county.flatMap(({ town, team, villages }) => [
    [town, '镇', '', teams[team].name, '3', town, ''],
    ...villages
      .split(' ')
      .map((name, n) => [name, '村', town, teams[team].name, '3', name, headcountOf(name, n)]),
  ]),
]
  .filter(([name = '']) => !isTyped(name))
  .map((line) => line.join('\t'))
  .join('\n')

/** Looks at the preview, and imports what it shows. */
export async function pasteUnits(by: AtDesk, round: string, text = table): Promise<void> {
  await by.seat.send(paths.importUnits, await previewUnits(by, round, text))
}

/** What the preview's form carries on. */
export async function previewUnits(by: AtDesk, round: string, text: string) {
  const preview = await (await by.seat.post(paths.importUnits, { text, round })).text()
  const version = /name="version" value="([^"]*)"/.exec(preview)?.[1]
  if (!version) throw new Error(`the table was not taken: ${preview.replace(/<[^>]*>/g, ' ').slice(0, 400)}`)
  return { text, round, version }
}

/** Group by group, as the administrator's browser makes the codes of a whole round: what the page asks for, signed. */
export async function mintRound(place: Place, by: AtDesk, round: string) {
  const root = await rootOf(place, by)
  const signer = await importSigning((await officeKey(place, by, 'root')).privateKey)
  for (;;) {
    const group = askedBy(await (await by.seat.get(paths.mintRound(round))).text())
    if (group.length === 0) return listCodes(place.house.db, round)
    const made = await Promise.all(
      group.map(async (unit) => {
        const noticeNumber = makeNoticeNumber()
        const minted = await mintCode(root, signer, { ...unit, noticeNumber })
        return { unitId: unit.unitId, noticeNumber, ...minted }
      }),
    )
    const answer = await by.seat.post(paths.mintRound(round), { sheets: '3', made: JSON.stringify(made) })
    if (answer.status >= 400) throw new Error(`minting answered ${answer.status}`)
  }
}

/** The group that a page asks for, as the browser reads it. */
export const askedBy = (html: string) =>
  JSON.parse((/data-mint-round="([^"]*)"/.exec(html)?.[1] ?? '[]').replaceAll('&quot;', '"')) as Omit<
    Printed,
    'noticeNumber'
  >[]
