import { describe, expect, it } from 'vitest'
import { at, atTeamDesk, desk, moveAt, sealed, stepsOf, typedIn, words } from '../../test/team-moves.ts'
import { paths } from '../paths.ts'
import { listEnvelopes } from '../reports/store.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { sealMessageToResident, sealReason } from './writing.client.ts'

atTeamDesk()

describe('what is not ours', () => {
  async function proposed(reason: string) {
    const report = await desk.write()
    const channel = sealed('channel', await sealMessageToResident(await desk.open(report), '法院\n12368'))
    const form = { steps: String(report.steps), reason, forwarded: 'no', ...channel }
    return { report, answer: await desk.chen.post(moveAt(report, 'decline'), form) }
  }

  it('is declined by the leader on the liaison’s word', async () => {
    const { report, answer } = await proposed('courtMatter')
    expect(answer.to).toContain('said=proposed')
    const page = words((await desk.li.get(at(report))).html)
    expect(page).toContain('陈静 报：不归本组办')
    expect(page).toContain('这件事不归巡察组办 您可以找 …… ，电话 …… 。 我们没有替您转过去。')
    const { steps } = await desk.now(report)
    await desk.li.post(paths.decide(desk.ids.teamId, report.id), {
      steps: String(steps),
      decision: 'approve',
    })
    expect(await desk.now(report)).toMatchObject({
      state: 'declined',
      declineReason: 'courtMatter',
      forwarded: false,
    })
  })

  it('names for every reason whom the handbook names, with the number, and who else there is', async () => {
    const { html } = await desk.chen.get(moveAt(await desk.write(), 'decline'))
    const options = [
      ...html.matchAll(/<option value="(\w+)" data-channel="([^"]*)" data-tel="([^"]*)"/g),
    ].map((found) => found.slice(1))
    const also = (reason: string) =>
      html.match(new RegExp(`data-when="reason=${reason}" hidden=""[^>]*>([^<]*)<`))?.[1] ?? ''
    expect(options.map(([reason = '', channel, tel]) => [reason, channel, tel, also(reason)])).toEqual([
      ['outOfUnit', '政务服务热线', '12345', '也可以写：当地信访局。'],
      ['courtMatter', '人民法院', '12368', '也可以写：检察院 12309，法律援助 12348。'],
      ['otherOrgan', '政务服务热线', '12345', '也可以写：消费 12315，社保 12333，公积金 12329。'],
      ['disciplineOnly', '纪委监委', '12388', ''],
      ['appointment', '组织部', '12380', ''],
      ['gang', '扫黑除恶举报平台', '12337', ''],
      ['emergency', '公安', '110', '也可以写：火警 119，急救 120。'],
      ['noSubstance', '巡察组', '0000-6123456', ''],
      ['repeat', '巡察组', '0000-6123456', ''],
      ['closedRound', '岚川市委巡察办', '0000-6123400', ''],
      ['abuse', '政务服务热线', '12345', ''],
    ])
  })

  it('for lack of substance only after the resident was asked and stayed silent', async () => {
    const { answer } = await proposed('noSubstance')
    expect(answer.status).toBe(422)
    expect(words(answer.html)).toContain('要先问群众，满 10 天没有回音，才能用这个原因。')
  })

  it('goes back with a reason, and never without one', async () => {
    const { report } = await proposed('otherOrgan')
    const address = paths.decide(desk.ids.teamId, report.id)
    const { steps } = await desk.now(report)
    const refusal = { steps: String(steps), decision: 'refuse' }
    expect((await desk.li.post(address, refusal)).status).toBe(422)
    const why = sealed('refuseWhy', await sealReason(await desk.open(report), '请写清楚'))
    expect((await desk.li.post(address, { ...refusal, ...why })).to).toContain('said=refused')
    expect(await stepsOf(report)).toContain('li refuse decline')
    expect((await desk.li.get(at(report))).html).toContain(`data-part-id="${why.refuseWhyId}"`)
  })

  it('sent back says so in the queue and above the moves, and its form comes back as it was', async () => {
    const { report } = await proposed('otherOrgan')
    const { steps } = await desk.now(report)
    const why = sealed('refuseWhy', await sealReason(await desk.open(report), '请写清楚'))
    const refusal = { steps: String(steps), decision: 'refuse', ...why }
    await desk.li.post(paths.decide(desk.ids.teamId, report.id), refusal)
    expect((await desk.chen.get(desk.desk)).html).toContain('<span class="flag">已退回</span>')
    const page = await desk.chen.get(at(report))
    expect(words(page.html)).toContain('黎工 退回了“不归本组办”，改好再报：')
    expect(page.html.indexOf(why.refuseWhyId ?? '-')).toBeLessThan(page.html.indexOf('class="moves"'))
    const form = await desk.chen.get(moveAt(report, 'decline'))
    expect(form.html).toContain('<option value="otherOrgan" selected=""')
    const [draft] = await listEnvelopes(desk.db, [report.id], ['draft'])
    expect(typedIn(form.html, 'channel')).toBe(base64url(draft?.envelope ?? random(1)))
    expect(typedIn(form.html, 'channelId')).toBe(draft?.partId)
    expect(typedIn((await desk.chen.get(moveAt(report, 'ask'))).html, 'channel')).toBeUndefined()
  })

  it('names whom to ask and the number, each under its label', async () => {
    const { report } = await proposed('courtMatter')
    const { html } = await desk.li.get(at(report))
    expect(html).toContain('<dt>该找谁</dt><dd class="opened" data-slot="channel" data-line="0"></dd>')
    expect(html).toContain('<dt>电话</dt><dd class="opened" data-slot="channel" data-line="1"></dd>')
  })

  it('is taken back by who proposed it', async () => {
    const { report } = await proposed('otherOrgan')
    const { steps } = await desk.now(report)
    const back = { steps: String(steps), decision: 'withdraw' }
    expect((await desk.li.post(paths.decide(desk.ids.teamId, report.id), back)).status).toBe(409)
    expect((await desk.chen.post(paths.decide(desk.ids.teamId, report.id), back)).to).toContain(
      'said=withdrawn',
    )
  })
})
