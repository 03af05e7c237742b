import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Original } from './original.ts'
import { placesToLookAt, QUOTE, type Source } from './redaction.ts'

const original: Original = {
  text: '去年的种粮补贴没有到账，名单上没有我家。我去村委会问过王建国主任两次。',
  place: '青塘村二组晒谷场后面',
  subject: '王建国主任',
  later: ['占地那天有测量的人来过，留了一张条子。'],
}
const nothing: Original = { text: '', place: '', subject: '', later: [] }

/** What was found, as "kind: words". */
const found = (text: string, about = nothing, source: Source = 'residents') =>
  placesToLookAt(text, about, source).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`)

const telling = [
  ['联系 13912345678 核对。', 'phone: 13912345678'],
  ['联系 139 1234 5678 核对。', 'phone: 139 1234 5678'],
  ['联系１３９１２３４５６７８核对。', 'phone: １３９１２３４５６７８'],
  ['联系 +86 139-1234-5678 核对。', 'phone: +86 139-1234-5678'],
  ['打 0700-5550121 问。', 'phone: 0700-5550121'],
  ['打一三九一二三四五六七八问。', 'phone: 一三九一二三四五六七八'],
  ['证号 110101199003071234。', 'idNumber: 110101199003071234'],
  ['证号 11010119900307123X。', 'idNumber: 11010119900307123X'],
  ['卡号 6222 0200 1234 5678 901。', 'bankCard: 6222 0200 1234 5678 901'],
  ['车是粤A12345的。', 'plate: 粤A12345'],
  ['车是粤A·D12345的。', 'plate: 粤A·D12345'],
  ['微信号 li_lan88。', 'chatId: 微信号 li_lan88'],
  ['写到 a.b@example.cn。', 'chatId: a.b@example.cn'],
  ['問過張主任。', 'name: 張主任'],
  ['第兩戶沒有。', 'house: 第兩戶'],
  ['夜裏十點有人來。', 'time: 夜裏十點'],
  ['微信號 li_lan88。', 'chatId: 微信號 li_lan88'],
  ['住在文化路12号。', 'house: 12号'],
  ['住在３栋。', 'house: ３栋'],
  ['只有第三户没有。', 'house: 第三户'],
  ['是11月3日的事。', 'time: 11月3日'],
  ['是2026-11-03的事。', 'time: 2026-11-03'],
  ['上午9点去的。', 'time: 上午9点'],
  ['昨天去的。', 'time: 昨天'],
  ['问了王主任。', 'name: 王主任'],
  ['问了张某某。', 'name: 张某某'],
  ['老李家没有。', 'name: 老李'],
  ['涉及 3 户，都没有。', 'house: 3 户'],
  ['涉及两家；都没有。', 'house: 两家'],
  ['没有的（三户）要核对。', 'house: 三户'],
  ['有一户！', 'house: 一户'],
  ['没有的有两户\n请核对。', 'house: 两户'],
  ['没有的有两户\r\n请核对。', 'house: 两户'],
  ['没有的有两户', 'house: 两户'],
  ['联系 139—1234—5678 核对。', 'phone: 139—1234—5678'],
  ['打（0700）5550121 问。', 'phone: （0700）5550121'],
  ['打 0700–5550121 问。', 'phone: 0700–5550121'],
  ['微信：lilan88。', 'chatId: 微信：lilan88'],
  ['９：３０去的。', 'time: ９：３０'],
  ['是２０２６．１１．０３的事。', 'time: ２０２６．１１．０３'],
  ['住三组 12 号。', 'house: 12 号'],
  ['住三组　１２　号。', 'house: １２　号'],
  ['住三组十二 号。', 'house: 十二 号'],
  ['是 2026 年 11 月 18 日的事。', 'time: 2026 年 11 月 18 日'],
  ['是十一月18日的事。', 'time: 十一月18日'],
  ['上午\u00a09\u00a0点去的。', 'time: 上午\u00a09\u00a0点'],
  ['9 : 30 去的。', 'time: 9 : 30'],
  ['车是桂 A12345 的。', 'plate: 桂 A12345'],
  ['车是桂 A 123 45 abc。', 'plate: 桂 A 123 45'],
  ['联系 138 12 345 678 核对。', 'phone: 138 12 345 678'],
  ['打 12 13912345678 问。', 'phone: 13912345678'],
  ['打一三九 一二三四 五六七八问。', 'phone: 一三九 一二三四 五六七八'],
  ['打零七零零五五五零一二一问。', 'phone: 零七零零五五五零一二一'],
  ['联系139\u200b1234\u200b5678核对。', 'phone: 139\u200b1234\u200b5678'],
  ['证号 11010119900307 123 X。', 'idNumber: 11010119900307 123 X'],
  ['微信 lilan 88。', 'chatId: 微信 lilan 88'],
  ['写到 a.b @ example.cn。', 'chatId: a.b @ example.cn'],
  ['问了王 主任。', 'name: 王 主任'],
  ['韦大叔说过。', 'name: 韦大叔'],
  ['问了覃志强副主任。', 'name: 覃志强副主任'],
  ['问了莫大哥。', 'name: 莫大哥'],
  ['問了嚴書記。', 'name: 嚴書記'],
  ['付会计说的。', 'name: 付会计'],
  ['司徒老师说的。', 'name: 司徒老师'],
  ['农大姐说过。', 'name: 农大姐'],
  ['向某某说过。', 'name: 向某某'],
  ['老覃家没有。', 'name: 老覃'],
  ['村民黄小妹没有领到。', 'name: 黄小妹'],
  ['户主农秀英没有领到。', 'name: 农秀英'],
  ['老李多次到村委会。', 'name: 老李'],
  ['微信账号 lilan88。', 'chatId: 微信账号 lilan88'],
  ['QQ号码：12345678。', 'chatId: QQ号码：12345678'],
  ['联系 139.1234.5678 核对。', 'phone: 139.1234.5678'],
  ['联系……13912345678', 'phone: 13912345678'],
  ['联系 +86.139.1234.5678 核对。', 'phone: +86.139.1234.5678'],
  ['村民曾向阳没有领到。', 'name: 曾向阳'],
  ['老李到村委会问过。', 'name: 老李'],
  ['户主何桂英。', 'name: 何桂英'],
  ['张伟反映没有领到。', 'name: 张伟'],
  ['何桂英等人没有领到。', 'name: 何桂英'],
  ['刘三妹家没有领到。', 'name: 刘三妹'],
  ['强哥说过。', 'name: 强哥'],
  ['阿强说过。', 'name: 阿强'],
  ['卓先生说过。', 'name: 卓先生'],
  ['区女士说过。', 'name: 区女士'],
  ['招大姐说过。', 'name: 招大姐'],
  ['揭书记说过。', 'name: 揭书记'],
  ['植某说过。', 'name: 植某'],
  ['申某某说过。', 'name: 申某某'],
  ['欧阳某说过。', 'name: 欧阳某'],
  ['上官先生说过。', 'name: 上官先生'],
  ['李姓村民说过。', 'name: 李姓'],
  ['是三月初八的事。', 'time: 三月初八'],
  ['是正月十五的事。', 'time: 正月十五'],
  ['是腊月二十的事。', 'time: 腊月二十'],
  ['住302房。', 'house: 302房'],
  ['门牌号是12。', 'house: 门牌号是12'],
  ['住在门牌十二的屋。', 'house: 门牌十二'],
  ['住B302的。', 'house: B302'],
  ['住在 3-2-501。', 'house: 3-2-501'],
  ['住在３－２－５０１。', 'house: ３－２－５０１'],
  ['V信：liang888。', 'chatId: V信：liang888'],
  ['薇信号abc12345。', 'chatId: 薇信号abc12345'],
  ['加v：liang888。', 'chatId: 加v：liang888'],
  ['抖音abc12345。', 'chatId: 抖音abc12345'],
] as const
const silent = [
  '村民曾多次反映，由于国家政策，许多家庭经常在家，于今年反映过，涉及139.25亩。',
  '有关方面反映，马路周边严重积水，请有关成员单位核对。',
  '农户白天反映过，村民大家都知道，十二月十五亩，六月二十人。',
  '请阿姨、大嫂、表哥都来，这位先生那位女士，任何人都来。',
  '青塘村部分农户种粮补贴未按时足额发放，请核对近三年发放名册。',
  '请对照财政部2023年第5号令办理，涉及资金 12000 元、面积 35.5 亩。',
  '全村共 156 户，请逐组核对。',
  '小学门口的路面破损，请修复。',
  '全村共 156 户。',
  '全村共 156 户\n每户补贴 300—5000 元，十户以上的组先核对。',
  '涉及一百五十六户的补贴。',
  '按 2023 年第 5 号 文办理。',
  '请向书记、镇长报告，农村会计和水利局局长、旅游局局长、有关局长都要签字。',
  '严格会计制度，严禁会计兼出纳，不符合会计制度的要改，支付、拨付会计要核对。',
  '甘蔗老板、施工队长、小麦补贴、小区、老农、社区书记、关某项工程、向某单位。',
  'S206线、C012县道、GB/T9704、K12+300、A4纸、300-500元、3-2-501元、1-2-2026、b1200元。',
  '门牌一律补上，门牌三块，门牌坏了。',
]
/** What residents tell and letters say of it, in words that begin or end as names do. */
const everyday = [
  '去年的高标准农田没有验收，田地里的沟渠都堵了，水利设施坏了。',
  '黄牛走丢了，金额太大不能赔，何时给答复，马上要收谷子了。',
  '白沙村的江边林地被人占了，石头堆在路边，周边的路没有修。',
  '白沙有三个组，白沙村二组领到了，白沙小学没有。',
  '补贴每亩三万元，村里成立了小组，安排人来量，于是没有下文。',
  '任何人都不能动这笔钱款，到账要张贴出来，许多人关于这件事问过支书。',
  '水泵老是出毛病，常常停，施工的车辆压坏了路，费用谁出，时间长了设备陈旧。',
  '大棚里温度高，有关方面向上反映过，高音喇叭坏了。',
  '征地的钱分了，钱打到别人卡上了，我们的钱没有拿到。',
  '水田被淹，田淹了三次，田租没有给，农田灌溉、稻田放水。',
  '工程款没有付清，工程质量差，工程队走了，程序不对，合同条文看不懂。',
  '对于这件事，由于没有公示，用于修路的款低于标准，于加强管理不利。',
  '任期到了，主任何时换，责任不清，任务没完成，何谈补偿，任凭我们跑断腿。',
  '对方不讲理，双方签了字，地方上的方案没有公开。',
  '山上的林木被砍，森林防火，造林补贴、林权证没发。',
  '公积金没交，奖金少发，金融贷款办不了，金桔卖不掉，罚金太高。',
  '余下的面积没有量，其余的人领了，剩余的款、余款去向不明。',
  '高价卖化肥，提高收费，高速占地，高压线下不能种，身高不够。',
  '白天没有人值班，白条打了三年，空白合同让我们签。',
  '常年不在家，常去村委会，经常停水，曾去镇上问过，曾多次反映。',
  '石料厂放炮，采石场灰尘大，砂石车超载，石桥头没有护栏。',
  '龙眼树被毁，水龙头不出水，雷雨天停电，毛竹被砍，叶子烂了，茶叶卖不掉。',
  '万一塌了怎么办，几万块，千万不要，周围的人陆续有人来。',
  '严重超标，从严处理，不符合条件，付款不及时，垫付了医药费。',
  '黄土路、黄豆绝收，禾苗都黄了，夏粮、范围太大，段长不来，一段路。',
  '蒙受损失，甘蔗款没有结，凌晨开工，退伍军人补助没发，陶瓷厂排污。',
  '孙子上学难，照顾亲戚，历史问题，杨树、李子、桥梁、王国，谢谢领导。',
  '一张纸、两张条子、张榜公示、公告张数，许可证没有，容易积水，易地搬迁。',
]
/** Who is told of without a word that says so: what the summary has, and what the resident said. */
const bare = [
  ['请核对刘三妹的面积。', '刘三妹家的地少量了半亩。', '刘三妹'],
  ['陈小军到村委会问过情况。', '我儿子陈小军上个月去村委会问过', '陈小军'],
  ['陈小军、刘三妹未领到补贴。', '我和陈小军、刘三妹三家都没有领到', '陈小军,刘三妹'],
  ['张伟未按规定分配款项。', '梁大富和张伟把征地的钱分了。', '张伟'],
  ['請核對劉三妹的面積。', '刘三妹家的地少量了半亩。', '劉三妹'],
  ['欧阳小强没有领到。', '那天欧阳小强也在。', '欧阳小强'],
  ['款给了农秀英。', '我妈农秀英没有收到', '农秀英'],
  ['由王国强经手。', '是王国强签的字', '王国强'],
  ['由余小军经手。', '余小军签的字', '余小军'],
] as const

/** That somebody spoke, in a letter that says it was learned during inspection. */
const spoken = [
  ['群众反映，灌溉渠道排水不畅。', '群众反映'],
  ['群眾多次向村委會反映沒有領到。', '群眾多次向村委會反映'],
  ['有人举报分款不公。', '举报'],
  ['举报人说没有领到。', '举报人'],
  ['请核对反映人所在的组。', '反映人'],
  ['据反映，补贴没有按时发放。', '据反映'],
  ['近日收到反映，渠道不通。', '收到反映'],
  ['反映的问题请逐项核对。', '反映的问题'],
  ['村民说没有公示。', '村民说'],
  ['有人称没有领到。', '有人称'],
  ['接到投诉，路面破损。', '投诉'],
  ['来信中提到渠道不通。', '来信'],
  ['来访 人没有领到。', '来访 人'],
  ['匿名信里写到分款不公。', '匿名'],
  ['Residents have reported a blocked ditch.', 'Residents have reported'],
  ['A complaint says the ditch is blocked.', 'complaint'],
] as const
/** What a letter may say without telling that anybody spoke. */
const unspoken = [
  '该村部分灌溉渠道排水不畅，请全村排查，书面反馈办理情况。',
  '账目没有如实反映收支，反映出管理不严，反映了监督不到位。',
  '请向群众说明情况，向村民讲清标准，听取群众意见，让群众满意。',
  '请公布举报电话、设举报箱，改进信访工作，村民小组的名称要写对。',
  'Please check the whole village and report in writing; tell residents the standard.',
]

describe('the redaction check', () => {
  test.each(spoken)('finds that somebody spoke in %s', (text, words) => {
    const speaks = (source: Source) =>
      placesToLookAt(text, nothing, source).filter(({ kind }) => kind === 'speaker')
    expect(speaks('visits').map(({ from, to }) => text.slice(from, to))).toEqual([words])
    expect(speaks('residents'), 'which the letter says itself').toEqual([])
  })

  test.each(unspoken)('hears nobody speak in %s', (text) => {
    expect(found(text, nothing, 'visits')).toEqual([])
  })

  test.each(telling)('finds in %s', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  test.each(silent)('lets pass %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([...silent, ...everyday])('lets pass what both say in ordinary words: %s', (text) => {
    // In pieces too short to be quotes, which would hide a name that was found.
    const later = Array.from(text, (_, at) => text.slice(at, at + QUOTE - 1))
    expect(found(text, { ...nothing, later })).toEqual([])
  })

  test.each(bare)('finds the bare name in %s that was told in %s', (text, told, names) => {
    const about = { ...nothing, later: [told] }
    expect(found(text, about)).toEqual(names.split(',').map((name) => `name: ${name}`))
    expect(found(text), 'said of nobody').toEqual([])
  })

  it('finds the same, at its place, with blanks wherever figures, letters and characters meet', () => {
    const blank = fc.constantFrom('', ' ', '　', '\u00a0', '\u2009', '  ')
    const alike = /[\d\uff10-\uff19]{2}|[a-z]{2}|\s./i
    const texts = fc.constantFrom(...telling, ...silent.map((text) => [text, ''] as const))
    fc.assert(
      fc.property(texts, fc.array(blank, { minLength: 60, maxLength: 60 }), ([text, expected], blanks) => {
        const apart = [...text].map((character, n) => {
          const next = text[n + 1] ?? ''
          return next.trim() && !alike.test(character + next) ? character + blanks[n] : character
        })
        const without = (one: string) => one.replace(/\s/g, '')
        expect(found(apart.join('')).map(without).join()).toBe(without(expected))
      }),
      { numRuns: 500 },
    )
  })

  it('finds the name that a resident gave for themselves, and the given name of whom they wrote about', () => {
    const told = { ...nothing, text: '我叫黄小妹，今年七十岁。', subject: '梁大富' }
    expect(found('黄小妹没有领到。', told)).toEqual(['name: 黄小妹'])
    expect(found('款由大富经手。', told)).toEqual(['name: 大富'])
    expect(found('何英没有领到。', { ...nothing, later: ['我是何英，住村尾。'] })).toEqual(['name: 何英'])
    expect(found('七十岁的农户没有领到。', told)).toEqual([])
    for (const text of ['我是黄小妹今年六十五岁', '我是黄小妹的儿子', '我是黄小妹住在村尾'])
      expect(found('黄小妹没有领到。', { ...nothing, text }), text).toEqual(['name: 黄小妹'])
    const wordy = '村民申请低保，群众田地被占，来访人向村委会反映，投诉人申请复核。'
    expect(found(wordy, { ...nothing, text: wordy.slice(0, 7), subject: '村主任的儿子' })).toEqual([])
    const titled = { ...nothing, text: '我是青塘村村民农秀英。我是高中老师。', subject: '村主任李大山' }
    expect(found('李大山经手，农秀英没有领到，高中没有开门。', titled)).toEqual([
      'name: 李大山',
      'name: 农秀英',
    ])
  })

  it("finds the resident's own words from eight characters on, whatever stands between them", () => {
    expect(found('种粮补贴没有到账', original)).toEqual(['quote: 种粮补贴没有到账'])
    expect(found('种粮补贴没有到', original)).toEqual([])
    expect(found('反映“种粮补贴，没有到账”等。', original)).toEqual(['quote: 种粮补贴，没有到账'])
    expect(found('有测量的人来过，留了条子。', original)).toEqual(['quote: 有测量的人来过，留了'])
    expect(found('在青塘村二组晒谷场后面核对。', original)).toEqual(['quote: 青塘村二组晒谷场后面'])
  })

  it('finds whom the resident named, with and without the title', () => {
    expect(found('王建国经手', original)).toEqual(['name: 王建国'])
    expect(found('找王建国主任核对', original)).toEqual(['name: 王建国主任'])
  })

  it('finds any run of eight or more characters of the original, wherever it stands', () => {
    const han = fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: QUOTE, maxLength: 40 })
    const text = han.map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (said, start, more) => {
        const from = start % (said.length - QUOTE + 1)
        const run = said.slice(from, from + QUOTE + (more % (said.length - from - QUOTE + 1)))
        const summary = `ABC。${run}。XYZ`
        const about = { ...nothing, text: said }
        const quoted = placesToLookAt(summary, about, 'residents').filter(({ kind }) => kind === 'quote')
        expect(quoted.map(({ from, to }) => summary.slice(from, to))).toEqual([run])
      }),
    )
  })

  it('points into the text it was given, in order, whatever the text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '13912345678',
        '王主任',
        '１２号',
        '，',
        '种粮补贴没有到账',
        '😀',
        '𠮷',
        ' ',
        '11月3日',
        'ﬁ',
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, (some) => {
        const text = some.join('')
        const places = placesToLookAt(text, original, 'visits')
        for (const { from, to } of places) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(text.length)
        }
        expect(places.map(({ from }) => from)).toEqual(places.map(({ from }) => from).sort((a, b) => a - b))
      }),
    )
  })
})
