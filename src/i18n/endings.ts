import type { Conclusion, DeclineReason, Result, SuggestionResult, VoidReason } from '../reports/endings.ts'
import { HOTLINE } from './hotline.ts'
import type { Phrase } from './speak.ts'

export const conclusionWords = {
  substantiated: ['属实', 'Substantiated'],
  partly: ['部分属实', 'Partly'],
  unsubstantiated: ['不属实', 'Unsubstantiated'],
  unverifiable: ['无法核实', 'Unverifiable'],
} as const satisfies Record<Conclusion, Phrase>

export const conductWords = {
  substantiated: ['有具体依据', 'Specific grounds'],
  partly: ['部分有依据', 'Some grounds'],
  unsubstantiated: ['未发现依据', 'No grounds found'],
  unverifiable: ['无法核实', 'Unverifiable'],
} as const satisfies Record<Conclusion, Phrase>

export const resultWords = {
  solved: ['解决', 'Solved'],
  explained: ['解释', 'Explained'],
  longTerm: ['转长期整改', 'Long-term'],
  movedOn: ['移交', 'Moved on'],
  noAction: ['无需处理', 'No action'],
} as const satisfies Record<Result, Phrase>

export const suggestionWords = {
  adopted: ['采纳', 'Adopted'],
  partlyAdopted: ['部分采纳', 'Partly adopted'],
  study: ['请有关单位研究', 'Sent for study'],
  explained: ['解释说明', 'Explained'],
} as const satisfies Record<SuggestionResult, Phrase>

export const declineWords = {
  outOfUnit: ['反映的单位不在本轮巡察范围', 'Unit not in this round'],
  courtMatter: ['涉法涉诉', 'A matter for the courts'],
  otherOrgan: ['属于其他部门职责', "Another department's duty"],
  disciplineOnly: ['应由纪检监察机关直接受理', 'For the discipline organ'],
  appointment: ['选人用人', 'Appointments'],
  gang: ['涉黑涉恶', 'Organised crime'],
  emergency: ['正在发生的危险', 'Danger now'],
  noSubstance: ['内容太少，无法核实', 'Too little to verify'],
  repeat: ['同一事项已办结，没有新情况', 'Already concluded, nothing new'],
  closedRound: ['本轮受理已截止', 'The round has closed'],
  abuse: ['广告、辱骂、无关内容', 'Advertising, abuse, unrelated'],
} as const satisfies Record<DeclineReason, Phrase>

export const voidWords = {
  advert: ['广告', 'Advertising'],
  insult: ['辱骂', 'Abuse'],
  test: ['测试', 'A test'],
} as const satisfies Record<VoidReason, Phrase>

/**
 * Whom a resident may turn to, by reason: a name and a number, and who else there is. The blanks are the team's and the
 * office's own.
 */
export const turnTo: Record<DeclineReason, { channel: Phrase; tel: string; also?: Phrase }> = {
  outOfUnit: {
    channel: ['政务服务热线', 'the government hotline'],
    tel: HOTLINE,
    also: ['当地信访局', 'the local petition office'],
  },
  courtMatter: {
    channel: ['人民法院', 'the court'],
    tel: '12368',
    also: ['检察院 12309，法律援助 12348', 'the procuratorate 12309, legal aid 12348'],
  },
  otherOrgan: {
    channel: ['政务服务热线', 'the government hotline'],
    tel: HOTLINE,
    also: [
      '消费 12315，社保 12333，公积金 12329',
      'consumers 12315, social insurance 12333, housing fund 12329',
    ],
  },
  disciplineOnly: { channel: ['纪委监委', 'the discipline commission'], tel: '12388' },
  appointment: { channel: ['组织部', 'the organisation department'], tel: '12380' },
  gang: { channel: ['扫黑除恶举报平台', 'the organised-crime line'], tel: '12337' },
  emergency: {
    channel: ['公安', 'the police'],
    tel: '110',
    also: ['火警 119，急救 120', 'fire 119, ambulance 120'],
  },
  noSubstance: { channel: ['巡察组', 'the inspection team'], tel: '{phone}' },
  repeat: { channel: ['巡察组', 'the inspection team'], tel: '{phone}' },
  closedRound: { channel: ['{office}', '{office}'], tel: '{officePhone}' },
  abuse: { channel: ['政务服务热线', 'the government hotline'], tel: HOTLINE },
}
