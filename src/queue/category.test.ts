import { beforeEach, describe, expect, it } from 'vitest'
import { openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import { paths } from '../paths.ts'

let desk: TeamDesk
beforeEach(async () => {
  desk = await openTeamDesk()
})

describe('a matter is sorted by aspect and point', () => {
  it('when it is accepted, from the tree of its round, and again when it is verified', async () => {
    const report = await desk.write()
    const address = (move: string) => paths.move(desk.ids.teamId, report.id, move)
    const form = (await desk.li.get(address('accept'))).html
    const groups = [...form.matchAll(/<optgroup label="([^"]*)">(.*?)<\/optgroup>/gs)]
    expect(groups[0]?.[1]).toBe('补贴没到手')
    expect(groups[0]?.[2]).toContain('<option value="B3/B3/B3.4">名单不公示</option>')
    const incomplete = { steps: String(report.steps), category: 'B3/B3', urgent: 'no', owner: 'wu' }
    const risky = await desk.li.post(address('accept'), { ...incomplete, risk: '', due: '2026-11-26' })
    expect([risky.status, risky.html.includes('请选对反映人的风险。')]).toEqual([422, true])
    expect(form).toMatch(/<option value="B3\/B3" selected(="")?>补贴没到手（不分重点）/)
    const accepted = await desk.li.post(address('accept'), {
      steps: String(report.steps),
      category: 'B4/A2/A2.3',
      urgent: 'no',
      risk: 'low',
      owner: 'wu',
      due: '2026-11-26',
    })
    expect(accepted.status).toBe(303)
    expect(await desk.now(report)).toMatchObject({ tile: 'B4', aspect: 'A2', point: 'A2.3' })
    const page = (await desk.wu.get(paths.report(desk.ids.teamId, report.id))).html
    expect(page).toContain('低保救助不公 · 困难户帮扶 · 帮扶物资有无截留')

    const { steps } = await desk.now(report)
    const verification = {
      steps: String(steps),
      visits: 'yes',
      first: 'wu',
      second: 'chen',
      on: '2026-11-25',
      recusal: 'yes',
    }
    const wrong = await desk.wu.post(address('verify'), { ...verification, category: 'B4/B1/B1.1' })
    expect([wrong.status, wrong.html.includes('请选类别。')]).toEqual([422, true])
    expect((await desk.wu.post(address('verify'), { ...verification, category: 'B3/B3/B3.2' })).status).toBe(
      303,
    )
    expect(await desk.now(report)).toMatchObject({
      tile: 'B3',
      aspect: 'B3',
      point: 'B3.2',
      state: 'verifying',
    })
  })
})
