/** What a finding touches across the categories: sealed with it, for the team only, and counted nowhere. */
export const tagWords = {
  discipline: {
    political: ['政治纪律', 'Political'],
    organization: ['组织纪律', 'Organizational'],
    integrity: ['廉洁纪律', 'Integrity'],
    masses: ['群众纪律', 'Towards the people'],
    work: ['工作纪律', 'Work'],
    life: ['生活纪律', 'Life'],
  },
  fields: {
    land: ['征地拆迁', 'Land and demolition'],
    rural: ['乡村振兴', 'Rural revitalization'],
    environment: ['生态环境', 'Environment'],
    law: ['政法', 'Law enforcement'],
    grain: ['粮食', 'Grain'],
    education: ['教育', 'Education'],
    health: ['医疗', 'Health care'],
    housing: ['住房', 'Housing'],
    insurance: ['社保', 'Social insurance'],
    works: ['工程', 'Public works'],
    assets: ['三资', 'Collective assets'],
  },
  level: {
    head: ['一把手', 'Head of the unit'],
    leaders: ['班子', 'Leadership'],
    middle: ['中层', 'Middle rank'],
    village: ['村干部', 'Village cadre'],
  },
} as const

export type Tagged = keyof typeof tagWords
