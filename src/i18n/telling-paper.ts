import type { DeclineReason } from '../reports/endings.ts'

/**
 * The papers for who gave a name. They are in Chinese, whatever language the desk is read in, and say nothing of the
 * matter.
 */
export const tellingPaper = {
  number: '{code}告知〔{year}〕{n}号',
  waiting: '{code}告知〔{year}〕　号（待编号）',
  nameless: '（姓名）',

  accept: '受理告知书',
  acceptLead:
    '您反映的事项（受理号{enquiry}）收悉。经审查，依照《中国共产党巡视工作条例》《信访工作条例》有关规定，已于{accepted}受理。',
  acceptTerm: '一、办理期限',
  acceptMore: '二、查询和补充',

  decline: '不予受理告知书',
  declineLead:
    '您反映的事项（受理号{enquiry}）收悉。经审查，依照《中国共产党巡视工作条例》《信访工作条例》有关规定，不予受理。',
  declineReason: '一、不予受理的原因',
  declineTurn: '二、可以向谁反映',
  declineObject: '三、有不同意见的',

  extend: '延期告知书',
  extendLead:
    '您反映的事项（受理号{enquiry}）已于{accepted}受理。依照《信访工作条例》有关规定，经批准，延长办理期限。',
  extendTerm: '一、新的期限',
  extendMore: '二、查询和补充',

  conclude: '关于反映事项的答复',
  concludeLead:
    '您反映的事项（受理号{enquiry}）已于{accepted}受理。依照《中国共产党巡视工作条例》《信访工作条例》有关规定，现将办理情况答复如下。',
  concludeResult: '一、办理情况',
  concludeObject: '二、有不同意见的',

  more: '您可以{byCode}拨打{phone}。',
  moreByCode: '凭查询码查看进度、补充情况，也可以',
  object:
    '您有不同意见的，可以自收到之日起30日内向{office}提出，电话{officePhone}。有新的情况，可以{byCode}拨打{phone}。',
  objectByCode: '凭查询码补充，也可以',
} as const

export const declineGrounds = {
  outOfUnit: '您反映的单位不在本轮巡察范围。',
  courtMatter: '已经或者应当通过诉讼、仲裁、行政复议等途径解决。',
  otherOrgan: '属于其他部门的职责。',
  disciplineOnly: '应当由纪检监察机关直接受理。',
  appointment: '属于选人用人方面的事项，由组织部门受理。',
  gang: '属于涉黑涉恶方面的事项，由专门机关受理。',
  emergency: '属于正在发生的危险，应当立即报警、求助。',
  noSubstance: '内容太少，无法核实。',
  repeat: '同一事项已经办结，没有新的情况。',
  closedRound: '本轮受理已经截止。',
  abuse: '内容与巡察工作无关。',
} as const satisfies Record<DeclineReason, string>
