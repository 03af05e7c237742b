/** One cast for tests and demo. Everybody and every place is invented. */
export const office = {
  fullName: '中共岚川市委巡察工作领导小组办公室',
  shortName: '岚川市委巡察办',
  jurisdiction: '岚川市',
  letterCode: '岚巡办函',
  level: 'county',
  superiorName: '澄屿市委巡察办',
  superiorPhone: '0700-5550100',
  phone: '0700-5550110',
  hours: '工作日 8:30–12:00，14:30–17:30',
} as const

/** What is spoken there, as the office types it. */
export const spokenHere = '普通话、白话、涯话、海话'

export interface Player {
  name: string
  username: string
  password: string
  team: 'office' | 'leadingGroup' | 'first' | 'second'
  roles: string
}

export const players = {
  zhou: {
    name: '周明',
    username: 'zhouming',
    password: 'lan chuan de zao chen',
    team: 'office',
    roles: 'office',
  },
  xu: { name: '许岚', username: 'xulan', password: 'shan lu shi ba wan', team: 'office', roles: 'office' },
  li: {
    name: '黎工',
    username: 'ligong',
    password: 'he bian de da rong shu',
    team: 'first',
    roles: 'leader',
  },
  chen: {
    name: '陈静',
    username: 'chenjing',
    password: 'cha shu xia de xiao dao',
    team: 'first',
    roles: 'liaison',
  },
  wu: {
    name: '吴桐',
    username: 'wutong',
    password: 'mai wan gan zhe jiu zou',
    team: 'first',
    roles: 'member',
  },
  liang: {
    name: '梁卓',
    username: 'liangzhuo',
    password: 'nan feng chui guo dao tian',
    team: 'second',
    roles: 'leader',
  },
  su: {
    name: '苏禾',
    username: 'suhe',
    password: 'qing tang li de yue guang',
    team: 'second',
    roles: 'liaison,member',
  },
  meng: {
    name: '蒙溪',
    username: 'mengxi',
    password: 'ban po shang de long yan shu',
    team: 'second',
    roles: 'deputy',
  },
  /** In no team: sees figures alone. */
  gao: {
    name: '高远',
    username: 'gaoyuan',
    password: 'shu zi li mian you ren',
    team: 'leadingGroup',
    roles: 'leadingGroup',
  },
} as const satisfies Record<string, Player>

export const teams = {
  first: {
    name: '第一巡察组',
    base: '榕墟镇文化站二楼',
    postal: '岚川市榕墟镇文化路 2 号 第一巡察组收',
    box: '榕墟镇集市东门',
    phone: '0700-5550121',
    hours: '8:00–20:00',
    dialects: '白话, 涯话, 普通话',
  },
  second: {
    name: '第二巡察组',
    base: '稻溪镇供销社旧址',
    postal: '岚川市稻溪镇新街 9 号 第二巡察组收',
    box: '稻溪镇卫生院门口',
    phone: '0700-5550122',
    hours: '8:00–20:00',
    dialects: '白话, 海话, 普通话',
  },
} as const

export const units = {
  rongxu: { name: '榕墟镇', shortName: '榕墟镇', type: 'town', parent: null, team: 'first', headcount: '' },
  qingtang: {
    name: '青塘村',
    shortName: '青塘村',
    type: 'village',
    parent: 'rongxu',
    team: 'first',
    headcount: '2600',
  },
  hecang: {
    name: '禾仓村',
    shortName: '禾仓村',
    type: 'village',
    parent: 'rongxu',
    team: 'second',
    headcount: '1400',
  },
} as const
