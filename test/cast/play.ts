import { addDays, dayOf } from '../../src/clock/day.ts'
import { replyBy } from '../../src/clock/deadlines.ts'
import { runDaily } from '../../src/daily.ts'
import type { Db } from '../../src/db/db.ts'
import { listUnits } from '../../src/rounds/units.ts'
import { type AtDesk, type Place, signIn } from './at-desk.ts'
import { type SetClock, setClock } from './clock.ts'
import { mintRound, pasteUnits } from './county.ts'
import { enterReport, type Heard } from './entering.ts'
import { proposeEscalation } from './escalating.ts'
import { type Player, players, units } from './people.ts'
import { approveReferral, enterHandlingUnit, letterOf, proposeReferral, signLetter } from './referring.ts'
import { lookUp, speak, speakPlainly } from './residents.ts'
import { enterField, type Ids, makeRound, mint, testAndOpen, testAndOpenAll } from './rounds.ts'
import { passBy } from './scanning.ts'
import { activate, handOver, invite, lockTeam, setUp, verify } from './staffing.ts'
import { said } from './words.ts'
import {
  accept,
  ask,
  decide,
  enterResult,
  note,
  proposeDecline,
  proposeEnd,
  proposeFix,
  proposeVoid,
  take,
  takeUp,
  talk,
  verifyReport,
} from './working.ts'

export interface PlayedCode {
  token: string
  noticeNumber: string
  unit: string
  state: string
}

type Desks = Record<'li' | 'chen' | 'wu' | 'liang' | 'su', AtDesk>
type Working = Desks & { zhou: AtDesk }

/** Everybody of the cast at work in one round, from set-up until today. Answers the codes. */
export async function playRound(
  db: Db,
  open: (clock: SetClock) => Place,
  today = new Date(),
): Promise<PlayedCode[]> {
  const clock = setClock(db, `${addDays(dayOf(today), -50)}T09:00:00+08:00`)
  const place = open(clock)
  const { administrator, ids, desks } = await staffRound(place)
  const codes = await hangCodes(place, administrator, ids)
  const [village, second] = codes
  if (village && second) {
    const stage = { place, clock, ids, village: village.token, second: second.token, today }
    const inUse = codes.flatMap(({ token, state }) => (state === 'inUse' ? [token] : []))
    const days = { from: dayOf(clock.now()), until: dayOf(today) }
    await passBy(place, administrator, inUse, days)
    await work(stage, { ...desks, zhou: administrator })
  }
  return codes
}

/** An office, a round, two teams with keys, everybody verified and able to open. */
async function staffRound(place: Place): Promise<{ administrator: AtDesk; ids: Ids; desks: Desks }> {
  const { administrator } = await setUp(place, players.zhou)
  const ids = await makeRound(place, administrator)
  await enterField(place, administrator, ids.round)
  const others = Object.values(players).filter(({ username }) => username !== players.zhou.username)
  const sheets: { player: Player; code: string }[] = []
  for (const player of others) {
    const team = player.team === 'first' || player.team === 'second' ? ids.teams[player.team] : player.team
    sheets.push({ player, code: await invite(place, administrator, player, team) })
  }
  // Each at a computer of their own, which takes its time.
  await Promise.all(sheets.map(({ player, code }) => activate(place, player, code)))
  for (const player of others) await verify(place, administrator, player)
  const enter = ({ username, password }: Player) => signIn(place, username, password)
  const [li, chen, wu, liang, su] = await Promise.all([
    enter(players.li),
    enter(players.chen),
    enter(players.wu),
    enter(players.liang),
    enter(players.su),
  ])
  const desks = { li, chen, wu, liang, su }
  await lockTeam(place, desks.li, administrator, ids.teams.first)
  await lockTeam(place, desks.liang, administrator, ids.teams.second)
  await handOver(place, desks.li, players.chen, ids.teams.first)
  await handOver(place, desks.li, players.wu, ids.teams.first)
  await handOver(place, desks.liang, players.su, ids.teams.second)
  await handOver(place, desks.liang, players.meng, ids.teams.second)
  return { administrator, ids, desks }
}

/**
 * Forty-one units, forty-one codes: three made one by one, of which one still waits for its test scan, and the county's
 * others from a pasted table and in one go.
 */
async function hangCodes(place: Place, administrator: AtDesk, ids: Ids): Promise<PlayedCode[]> {
  const codes: PlayedCode[] = []
  for (const unit of ['qingtang', 'hecang', 'rongxu'] as const) {
    const { token, noticeNumber } = await mint(place, administrator, ids, unit)
    if (unit !== 'rongxu') await testAndOpen(place, administrator, token)
    codes.push({ token, noticeNumber, unit: units[unit].name, state: unit === 'rongxu' ? 'draft' : 'inUse' })
  }
  const made = new Set(codes.map(({ token }) => token))
  await pasteUnits(administrator, ids.round)
  const all = await mintRound(place, administrator, ids.round)
  const names = new Map((await listUnits(place.house.db)).map(({ id, name }) => [id, name]))
  for (const { token, noticeNumber, unitId } of all.filter((code) => !made.has(code.token)))
    codes.push({ token, noticeNumber, unit: names.get(unitId) ?? '', state: 'inUse' })
  const added = codes.map(({ token }) => token).filter((token) => !made.has(token))
  await testAndOpenAll(place, administrator, ids.round, added)
  return codes
}

interface Stage {
  place: Place
  clock: SetClock
  ids: Ids
  /** The codes of two villages. */
  village: string
  second: string
  today: Date
}

/** Fifty days in a county: nine reports through codes and a few told otherwise, in every state there is a way to. */
async function work({ place, clock, ids, village, second, today }: Stage, desks: Working) {
  const { li, chen, wu, liang, su, zhou } = desks
  const goTo = async (daysAgo: number) => {
    clock.set(`${addDays(dayOf(today), -daysAgo)}T09:00:00+08:00`)
    await runDaily(place.house)
    await Promise.all(Object.values(desks).map((desk) => desk.comeBack()))
  }

  const hear = (
    by: AtDesk,
    team: keyof Ids['teams'],
    channel: string,
    told: Omit<Heard, 'channel' | 'unit'>,
  ) =>
    enterReport(place, by, ids.teams[team], {
      ...told,
      channel,
      unit: ids.units[team === 'first' ? 'qingtang' : 'hecang'],
    })

  const ditch = await speak(place, village, said.ditch)
  await accept(place, chen, ditch.enquiryNumber, wu, { urgent: true, category: 'B5/B5' })
  await verifyReport(place, wu, ditch.enquiryNumber, chen)
  await enterResult(
    place,
    wu,
    ditch.enquiryNumber,
    '水渠口淤塞约 12 米，涉及三组 12 户。村里当日组织清淤。',
    'substantiated',
  )
  await goTo(48)
  await proposeEnd(place, wu, ditch.enquiryNumber, {
    conclusion: 'substantiated',
    resultType: 'solved',
    answer: '水渠已经清通，水进田了。',
    households: '12',
  })
  await decide(place, li, ditch.enquiryNumber)

  await goTo(20)
  const court = await speakPlainly(place, village, said.court)
  await proposeDecline(place, chen, court.enquiryNumber, 'courtMatter', '法院诉讼服务热线', '12368')
  await decide(place, li, court.enquiryNumber)

  await goTo(12)
  const [subsidy, lamps, land, favours, books, pump, advert] = await Promise.all([
    speak(place, village, said.subsidy),
    hear(chen, 'first', 'call', said.lamps),
    speak(place, village, said.land),
    speak(place, village, said.favours),
    hear(chen, 'first', 'box', said.books),
    speak(place, village, said.pump),
    speak(place, second, said.advert),
  ])
  await goTo(11)
  await proposeVoid(place, su, advert.enquiryNumber, 'advert')
  await decide(place, liang, advert.enquiryNumber)
  await accept(place, chen, subsidy.enquiryNumber, chen, { category: 'B3/B3' })
  await accept(place, chen, lamps.enquiryNumber, wu, { category: 'A6/A6' })
  await accept(place, chen, land.enquiryNumber, wu, { category: 'B6/B6', risk: 'medium' })
  await accept(place, li, favours.enquiryNumber, wu, { category: 'B9/B9', risk: 'high' })
  await accept(place, chen, books.enquiryNumber, chen, { category: 'B8/B8' })
  await accept(place, chen, pump.enquiryNumber, wu, { category: 'A6/A6' })
  await verifyReport(place, wu, land.enquiryNumber, chen)
  await verifyReport(place, wu, pump.enquiryNumber, chen)
  await verifyReport(place, wu, favours.enquiryNumber, chen)
  await verifyReport(place, chen, books.enquiryNumber, wu)
  await note(place, wu, land.enquiryNumber, '先查征地台账，再走访同一批的几户，不单独上门。')

  await goTo(6)
  await proposeEnd(place, wu, lamps.enquiryNumber, { resultType: 'adopted' })
  await decide(place, li, lamps.enquiryNumber)
  await enterResult(
    place,
    wu,
    favours.enquiryNumber,
    '走访 8 户，未发现请吃的具体事例；办理流程已要求公开。',
    'unsubstantiated',
  )
  await proposeEnd(place, wu, favours.enquiryNumber, {
    conclusion: 'unsubstantiated',
    resultType: 'noAction',
  })
  await decide(place, li, favours.enquiryNumber)
  const bureau = await enterHandlingUnit(place, zhou, '岚川市水利局', null)
  const town = (await listUnits(place.house.db)).find(({ name }) => name === units.rongxu.name)
  await enterHandlingUnit(place, zhou, '榕墟镇人民政府', town?.id ?? null)
  await proposeReferral(place, wu, pump.enquiryNumber, bureau, {
    summary: '该村提灌设施存在长时间停用、未及时维修的情况，影响农业用水。',
    demands: '请核查全村提灌设施运行和维修情况，需要维修的尽快修复，并书面反馈办理情况和佐证材料。',
  })
  await approveReferral(place, li, pump.enquiryNumber)
  await signLetter(zhou, (await letterOf(place, (await takeUp(place, li, pump.enquiryNumber)).report.id)).id)
  await talk(place, wu, land.enquiryNumber, '我们在了解，需要您补充时会在这里问。')
  const covers = await hear(su, 'second', 'visit', said.covers)
  await accept(place, su, covers.enquiryNumber, su, { category: 'A6/A6' })
  await verifyReport(place, su, covers.enquiryNumber, liang)

  await goTo(4)
  await ask(
    place,
    chen,
    subsidy.enquiryNumber,
    '补贴一般打到哪家银行的存折？开户人是谁的名字？',
    replyBy(dayOf(clock.now()), clock.calendar),
  )
  await enterResult(
    place,
    chen,
    books.enquiryNumber,
    '公示栏最近一期为去年六月，账已做未公示。',
    'substantiated',
  )
  await proposeEnd(place, chen, books.enquiryNumber, {
    conclusion: 'substantiated',
    resultType: 'solved',
    answer: '账目已经补公示，贴在村委会门口。',
  })
  await hear(chen, 'first', 'letter', said.contracts)
  const wages = await speak(place, second, said.wages)
  const help = await hear(su, 'second', 'call', said.help)
  await proposeFix(
    place,
    su,
    covers.enquiryNumber,
    { matter: '请更换破损的排水沟盖板，换好前设围挡。', responsible: '禾仓村村民委员会', signer: '何晓' },
    addDays(dayOf(clock.now()), 7),
  )
  await decide(place, liang, covers.enquiryNumber)

  await goTo(1)
  await accept(place, su, wages.enquiryNumber, su, { category: 'B5/B5', risk: 'medium' })
  await verifyReport(place, su, wages.enquiryNumber, liang)
  await accept(place, su, help.enquiryNumber, su, { category: 'B9/B9' })
  const timber = await hear(su, 'second', 'box', said.timber)
  await proposeEscalation(place, su, timber.enquiryNumber)
  await decide(place, liang, timber.enquiryNumber)
  clock.set(today)
  await runDaily(place.house)
  for (const desk of [chen, wu]) await desk.comeBack()
  await (await lookUp(place, land.code)).add('补充一句：占地那天有测量的人来过，留了一张条子。')
  const road = await speak(place, village, said.road)
  await take(place, chen, road.enquiryNumber)
  await speak(place, village, said.call)
  await hear(wu, 'first', 'visit', said.clinic)
}
