/**
 * The default tree for a construction project that is inspected, with its tiles.
 * Released: its words stand in reports, so it is never edited. A change is a new version, made in the office.
 */
export const project = `
聚焦 P 政府性投资的重点工程建设项目
方面 P1 工程质量 | 工程质量 / Quality
方面 P2 工期和完工 | 工期和完工 / Progress
方面 P3 工钱支付 | 工钱支付 / Wages
方面 P4 征地补偿 | 征地补偿 / Land compensation
方面 P5 安全生产 | 安全生产 / Safety
方面 P6 招标投标 | 招标投标 / Tenders
类别 P1 质量不好 / Poor quality |  | P1 | 质量 / Quality
类别 P2 拖着没完工 / Unfinished |  | P2 | 工期 / Schedule
类别 P3 欠工钱 / Unpaid wages |  | P3 | 工钱 / Wages
类别 P4 占地没赔 / Land taken, not paid |  | P4 | 占地 / Land
类别 P5 不安全 / Unsafe |  | P5 | 安全 / Safety
类别 P6 招标不公 / Unfair tender |  | P6 | 招标 / Tenders
`
