import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { wordsOf } from '../cast/office-desk.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { activate, invite, verify } from '../cast/staffing.ts'
import { takeUp } from '../cast/working.ts'
import { openVillage, type Village } from './stage.ts'

const stuck = '写了也没有人能批。请先再请一名管理员'
const aboutMember = {
  kind: 'conduct',
  tile: 'O6',
  text: '巡察组的人在饭店吃饭没有付钱。',
  subject: '',
} as const

describe('a report with the office, which has one administrator', () => {
  let village: Village
  let report: string
  let number: string
  beforeAll(async () => {
    village = await openVillage()
    const { place, token, administrator } = village
    const { enquiryNumber } = await speak(place, token, aboutMember, 'office')
    number = enquiryNumber
    report = (await takeUp(place, administrator, enquiryNumber)).report.id
  }, 60_000)

  const pageOf = (move: 'accept' | 'decline' | 'void' | 'escalate' | 'ask') =>
    village.administrator.seat.get(paths.move(OFFICE, report, move))

  it('is found by its number at the office, and not by the team it is about', async () => {
    const { administrator, leader, ids } = village
    const found = await administrator.seat.get(`${paths.desk(OFFICE)}?number=${number}`)
    expect(found.headers.get('Location')).toBe(paths.report(OFFICE, report))
    const none = await wordsOf(administrator.seat.get(`${paths.desk(OFFICE)}?number=1`))
    expect(none).toMatch(/(?<!本组)没有这个受理号。/)
    const theirs = await wordsOf(leader.seat.get(`${paths.desk(ids.teams.first)}?number=${number}`))
    expect(theirs).toContain('本组没有这个受理号。')
  })

  it.each(['accept', 'decline', 'void', 'escalate'] as const)(
    'says before “%s” is written that a second one is needed, and where to invite them',
    async (move) => {
      const answer = await pageOf(move)
      expect(answer.status).toBe(200)
      const html = await answer.text()
      expect(html).toContain(stuck)
      expect(html).toContain(`href="${paths.inviteSecond}"`)
    },
  )

  it('does not say so where one person is enough', async () => {
    expect(await wordsOf(pageOf('ask'))).not.toContain(stuck)
  })

  it('does not say so any more once a second one is verified, and not before', async () => {
    const { place, administrator } = village
    await activate(place, players.xu, await invite(place, administrator, players.xu, OFFICE))
    expect(await wordsOf(pageOf('decline'))).toContain(stuck)
    await verify(place, administrator, players.xu)
    expect(await wordsOf(pageOf('decline'))).not.toContain(stuck)
  })
})
