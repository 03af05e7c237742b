import { beforeEach, describe, expect, it } from 'vitest'
import { giveKeys, makeCode, makeRound } from '../../test/cast/bare-office.ts'
import { hiddenIn, openOfficeDesk, wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { findRound } from '../rounds/store.ts'
import { village } from './village.ts'

let at: Awaited<ReturnType<typeof openOfficeDesk>>
beforeEach(async () => {
  at = await openOfficeDesk()
})

const changed = `${village}聚焦 K 大事\n方面 K1 用水 | 喝水 / Water\n类别 K1 喝水难 / No water | | K1`
const edit = paths.editTree('village')
const save = (outline: string, version: string) => at.post(edit, { outline, version })

describe('the category trees', () => {
  it('are changed as a new version, which the rounds that exist do not take', async () => {
    const before = await makeRound(at.db)
    const page = await (await at.get(edit)).text()
    expect(page).toContain('聚焦 A 贯彻落实')
    const saved = await save(changed.replaceAll('\n', '\r\n'), hiddenIn(page, 'version'))
    expect(saved.headers.get('Location')).toBe(`${paths.categories}?said=newVersion`)
    const after = await makeRound(at.db, { unit: { name: '白石村' } })
    expect((await findRound(at.db, before.roundId))?.categories).toMatchObject({ village: 1 })
    expect((await findRound(at.db, after.roundId))?.categories).toMatchObject({ village: 2, organ: 1 })

    const landing = async (ids: typeof before, number: string) => {
      await giveKeys(at.db, at.office, ids, 0)
      const { token } = await makeCode(at.db, at.office, ids, number)
      await at.db.run(`update codes set state = 'inUse'`)
      return wordsOf(at.app.request(paths.code(token)))
    }
    expect(await landing(after, '123450')).toContain('喝水难')
    expect(await landing(before, '234560')).not.toContain('喝水难')
    expect(await wordsOf(at.get(paths.round(after.roundId)))).toContain('村、社区 第 2 版')
    expect(await wordsOf(at.get(paths.treeVersion('village', '1')))).not.toContain('喝水难')
    expect(await wordsOf(at.get(paths.treeVersion('village', '2')))).toContain('喝水难')
    expect(await listSteps(at.db, 'checklist:village')).toMatchObject([{ move: 'change', toState: '2' }])
  })

  it('are refused with every line that is wrong, and the words kept', async () => {
    const answer = await save(`${changed}\n类别 K2 <坏> | | Z9\n乱写`, '1')
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('有 2 处要改。现在一处也没有存。')
    expect(html).toContain('没有 Z9 这个方面或重点')
    expect(html).toContain('“乱写”不认识')
    expect(html).toContain('类别 K2 &lt;坏&gt;')
  })

  it('take as much as the field does, in Chinese and with the line ends that a browser sends', async () => {
    const points = Array.from({ length: 900 }, (_, n) => `重点 Q${n} ${'水'.repeat(9)}`)
    const written = `${village.trim()}\n聚焦 K 大事\n方面 K1 用水\n${points.join('\n')}\n重点 R1 `
    const longest = written.padEnd(30_000, '水')
    const saved = await save(longest.replaceAll('\n', '\r\n'), '1')
    expect([saved.status, saved.headers.get('Location')]).toEqual([
      303,
      `${paths.categories}?said=newVersion`,
    ])
    expect((await save(`${longest}水`, '2')).status).toBe(422)
  })

  it('share no code between them', async () => {
    expect(await wordsOf(save(changed.replaceAll('K1', 'O1'), '1'))).toContain('代码 O1 另一套已经用了')
  })

  it('are not written over by somebody who saw an older version, nor made anew when nothing changed', async () => {
    expect((await save(village.replaceAll('\n', '\r\n'), '1')).headers.get('Location')).toContain(
      'said=unchanged',
    )
    expect((await save(changed, '1')).status).toBe(303)
    const late = await save(`${changed}\n重点 K1.1 晚来的`, '1')
    expect(late.status).toBe(409)
    expect(await late.text()).toMatch(/别人刚存了第 2 版[\s\S]*晚来的/)
  })

  it('are not found where there are none', async () => {
    for (const address of [
      paths.editTree('town'),
      paths.treeVersion('village', '9'),
      paths.treeVersion('village', 'x'),
    ]) {
      expect((await at.get(address)).status).toBe(404)
    }
  })
})
