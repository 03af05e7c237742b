import type { Phrase } from './speak.ts'

/** What a resident picks: at most eight characters, and a second line in their own words. By the tile's code. */
export const tileWords: Record<string, { name: Phrase; more?: Phrase }> = {
  B1: { name: ['村里的钱', 'Village money'], more: ['账、收入、开支', 'accounts, income, spending'] },
  B2: {
    name: ['村里的地塘山屋', 'Village land and houses'],
    more: ['出租、承包、租金', 'leases, contracts, rent'],
  },
  B3: {
    name: ['补贴没到手', 'Subsidy not received'],
    more: ['种粮、农机、退耕等', 'grain, machines, fallow land'],
  },
  B4: {
    name: ['低保救助不公', 'Unfair welfare'],
    more: ['低保、五保、残疾、孤儿', 'poverty, disability, orphans'],
  },
  B5: {
    name: ['修路修渠工程', 'Roads and works'],
    more: ['质量、工钱、没完工', 'quality, wages, unfinished'],
  },
  B6: {
    name: ['征地拆迁补偿', 'Land compensation'],
    more: ['钱少、没给、不公开', 'too little, unpaid, secret'],
  },
  B7: {
    name: ['宅基地建房', 'House building'],
    more: ['审批、收费、违建', 'permits, fees, illegal building'],
  },
  B8: {
    name: ['账目不公开', 'Accounts not shown'],
    more: ['看不到、看不懂', 'cannot see or understand them'],
  },
  B9: {
    name: ['干部办事作风', 'How officials act'],
    more: ['拖、卡、要好处、态度差', 'delay, favours, rudeness'],
  },
  A3: {
    name: ['环境和耕地', 'Environment, farmland'],
    more: ['垃圾、污水、占田', 'rubbish, sewage, lost fields'],
  },
  A6: {
    name: ['路水灯医学养老', 'Daily services'],
    more: ['生活不方便的事', 'roads, water, clinic, school'],
  },
  C1: {
    name: ['村干部和党组织', 'Village leadership'],
    more: ['不管事、选举、不民主', 'idle, elections, no say'],
  },
  O1: { name: ['办事难、拖延', 'Slow or difficult service'] },
  O2: { name: ['乱收费、要好处', 'Fees or favours asked'] },
  O3: { name: ['执法不公', 'Unfair enforcement'] },
  O4: { name: ['工程和采购', 'Works and purchases'] },
  O5: { name: ['用人不公', 'Unfair appointments'] },
  O6: { name: ['公款吃喝、作风', 'Public money, conduct'] },
  O7: { name: ['政策没落实', 'Policy not carried out'] },
  P1: { name: ['质量不好', 'Poor quality'] },
  P2: { name: ['拖着没完工', 'Unfinished'] },
  P3: { name: ['欠工钱', 'Unpaid wages'] },
  P4: { name: ['占地没赔', 'Land taken, not paid'] },
  P5: { name: ['不安全', 'Unsafe'] },
  P6: { name: ['招标不公', 'Unfair tender'] },
  unsorted: {
    name: ['说不清楚，我来讲', 'Hard to say, let me tell it'],
    more: ['直接说，帮您分', 'just tell us, we will sort it'],
  },
}
