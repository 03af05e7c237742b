/**
 * The default tree for organs, towns and what is run like them, with its tiles.
 * Released: its words stand in reports, so it is never edited. A change is a new version, made in the office.
 */
export const organ = `
聚焦 D 履行职能责任、落实决策部署
方面 D1 重大政策落实 | 重大政策落实 / Major policies
方面 D2 主责主业 | 主责主业 / Main duties
方面 D3 重点项目和资金 | 重点项目和资金 / Key projects and funds
方面 D4 营商环境和政务服务 | 营商环境和政务服务 / Services to people and business
方面 D5 风险防范（安全、债务、信访） | 风险防范 / Safety, debt, petitions
方面 D6 意识形态 | 意识形态 / Ideology
聚焦 E 全面从严治党
方面 E1 主体责任 | 主体责任 / Party duty
方面 E2 监督责任 | 监督责任 / Supervision duty
方面 E3 重点领域廉洁风险（审批、执法、招投标、采购、三公） | 重点领域廉洁风险 / Integrity risks
方面 E4 中央八项规定精神、“四风” | 中央八项规定精神、“四风” / Eight-point rules
方面 E5 群众身边腐败 | 群众身边腐败 / Corruption near the people
聚焦 F 班子队伍和基层党组织
方面 F1 民主集中制、“三重一大” | 民主集中制、“三重一大” / Collective decisions
方面 F2 选人用人 | 选人用人 / Appointments
方面 F3 干部担当作风 | 干部担当作风 / Conduct of officials
方面 F4 党支部建设 | 党支部建设 / Party branches
方面 F5 干部管理（兼职、档案、编外） | 干部管理 / Management of officials
聚焦 G 整改落实
方面 G1 上轮巡察 | 上轮巡察 / Last round
方面 G2 审计 | 审计 / Audits
方面 G3 专项督查 | 专项督查 / Special inspections
方面 G4 建章立制 | 建章立制 / Rules made
类别 O1 办事难、拖延 / Slow or difficult service |  | D4 F3 | 办事 / Services
类别 O2 乱收费、要好处 / Fees or favours asked |  | E5 E3 | 收费 / Fees
类别 O3 执法不公 / Unfair enforcement |  | E3 | 执法 / Enforcement
类别 O4 工程和采购 / Works and purchases |  | D3 E3
类别 O5 用人不公 / Unfair appointments |  | F2 F5 | 用人 / Appointments
类别 O6 公款吃喝、作风 / Public money, conduct |  | E4 | 作风 / Conduct
类别 O7 政策没落实 / Policy not carried out |  | D1 D2 | 政策落实 / Policy
`
