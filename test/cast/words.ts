import type { Answers } from '../../src/intake/rules.ts'

/** What the residents of the cast say. Nobody and nothing of it exists. */
export const said = {
  ditch: {
    tile: 'B5',
    text: '三组的水渠堵了半个月，田里进不了水，禾苗都黄了。找过村里两次，没人来看。',
    place: '三组 水渠口',
  },
  subsidy: {
    tile: 'B3',
    text: '去年的种粮补贴没有到账。我家六亩三分地都种了，名单上没有我家。',
    reply: 'contactOnly',
    phone: '13900000011',
    consent: true,
    dialect: '白话',
    bestTime: '晚上',
  },
  pump: {
    tile: 'A6',
    text: '抽水站的水泵坏了一个多月，报上去两次都说等零件，晚稻等着用水。',
    place: '抽水站',
  },
  court: { tile: 'B7', text: '宅基地的界线和邻居争了三年，法院去年已经判过，我觉得判得不对。', court: 'yes' },
  lamps: {
    kind: 'suggestion',
    tile: 'A6',
    text: '从村口到小学的路上没有路灯，孩子冬天放学天就黑了，建议装几盏。',
  },
  land: {
    tile: 'B6',
    text: '修路占了我家两分地，说好的补偿款一年了还没给，问就说在走手续。',
    reply: 'named',
    name: '何阿婆',
    phone: '13900000022',
    consent: true,
    dialect: '涯话',
    bestTime: '上午',
  },
  favours: {
    kind: 'conduct',
    tile: 'B9',
    text: '办低保要先请吃饭，不请就一直拖着不报上去。',
    subject: '村里管低保的干部',
    afraid: true,
  },
  contracts: {
    kind: 'conduct',
    tile: 'B2',
    text: '鱼塘没有开会就租给了亲戚，租金比别人低一半。',
    subject: '村委会一名委员',
    afraid: true,
  },
  books: { tile: 'B8', text: '公示栏的账从去年六月起就没有更新过，问账也没人回答。' },
  road: { tile: 'A6', text: '雨后进村的路塌了一段，校车过不去，学生要走两公里。' },
  call: {
    callMe: true,
    tile: '',
    text: '',
    reply: 'contactOnly',
    phone: '13900000033',
    consent: true,
    dialect: '白话',
  },
  clinic: { tile: 'A6', text: '卫生站一个星期只开两天门，老人拿药要跑到镇上。' },
  wages: { tile: 'B5', text: '去年修文化室的工钱还欠着我们五个人，包工头说村里没有结账。', afraid: true },
  help: { kind: 'suggestion', tile: 'B9', text: '希望便民服务站中午也有人值班，我们干完活才有空去办事。' },
} as const satisfies Record<string, Partial<Answers>>
