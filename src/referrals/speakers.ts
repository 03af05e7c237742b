import type { Plain } from './plain-text.ts'
import { matches } from './spans.ts'
import type { Finding } from './telling-marks.ts'

const people =
  '群众|村民|居民|社员|农户|户主|住户|家长|学生|职工|员工|老百姓|百姓|乡亲|知情人|当地人|有人|多人|多户|有的人|不少人'
const spoken = new RegExp(
  [
    // 向群众说明, 名称 and 如实反映 tell of nobody who spoke.
    `(?:${people})\\p{Script=Han}{0,8}?(?<!如实|真实)反[映应](?![了出])`,
    `(?:${people})[都也曾还又就]?(?:说(?![明服清到])|讲(?![解明清])|[声自]?称(?![重为号职])|告诉|表示|提出|诉)`,
    '(?:据|经|接到?|收到|所|被|多次|来人)反[映应](?![了出])|反[映应](?:人|者|称|说|的?(?:问题|情况))',
    '(?:举报|投诉|检举|告发|控告|上访|来访|来信|来电|信访)(?:[人者]|件)?(?![箱电奖工局办部条制渠])',
    '匿名|爆料|揭发',
    '\\b(?:residents?|villagers?|somebody|someone|people|informants?)(?:\\s(?:have|has|had|also))?\\s(?:report|sa(?:id|ys?)|told|tell|complain|alleg)[a-z]*',
    '\\b(?:complain(?:ts?|ants?|ed)|whistle-?blowers?|informants?|anonymous(?:ly)?)\\b',
  ].join('|'),
  'gu',
)

/** Where a text tells that somebody spoke, so that its reader would look for who it was. */
export const speakersIn = ({ text }: Plain): Finding[] =>
  matches(text, spoken).map(([from, to]) => ({ kind: 'speaker', from, to }))
