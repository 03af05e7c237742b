/**
 * The default checklist for villages and communities, with its tiles.
 * Released: its words stand in reports, so it is never edited. A change is a new version, made in the office.
 */
export const village = `
聚焦 A 贯彻落实党的路线方针政策和党中央决策部署
方面 A1 乡村振兴和产业发展 | 村里的产业项目 / Village industry
重点 A1.1 产业项目是否落地见效
重点 A1.2 产业资金是否挪用闲置
重点 A1.3 带动群众增收的分红是否兑现
重点 A1.4 是否搞形象工程
方面 A2 巩固脱贫成果和困难群众帮扶 | 困难户帮扶 / Help for poor households
重点 A2.1 返贫监测有无漏户
重点 A2.2 帮扶措施是否到户
重点 A2.3 帮扶物资有无截留
重点 A2.4 易地搬迁、饮水、住房是否有保障
方面 A3 人居环境整治 | 垃圾厕所污水 / Rubbish, toilets, sewage
重点 A3.1 垃圾清运
重点 A3.2 厕所和污水设施是否建成能用
重点 A3.3 保洁经费、保洁员管理
方面 A4 耕地保护 | 田地和水渠 / Fields and channels
重点 A4.1 违法占用耕地
重点 A4.2 撂荒和“非粮化”
重点 A4.3 高标准农田质量
重点 A4.4 灌溉渠等设施管护
方面 A5 生态环境保护 | 污染和盗采 / Pollution, illegal digging
重点 A5.1 污水直排、养殖污染
重点 A5.2 盗采砂石、毁林
重点 A5.3 上级交办环保问题是否真改
方面 A6 民生服务 | 路水灯、看病上学 / Roads, water, clinic, school
重点 A6.1 道路、路灯、饮水、网络
重点 A6.2 医疗、养老、教育、残疾人服务
重点 A6.3 便民服务是否有人办、一次办好
方面 A7 平安和矛盾化解 | 纠纷和安全 / Disputes and safety
重点 A7.1 邻里、土地、山林纠纷无人调处
重点 A7.2 宗族宗教、黑恶势力干扰
重点 A7.3 安全隐患、防诈防溺水等工作走过场
聚焦 B 群众身边腐败问题和不正之风
方面 B1 村集体资金 | 村里的钱 / Village money
重点 B1.1 收入不入账、坐收坐支
重点 B1.2 白条入账、虚开发票
重点 B1.3 公款私存、私设小金库
重点 B1.4 借用、挪用集体资金
方面 B2 集体资产资源发包 | 村里的地塘山屋 / Village land and houses
重点 B2.1 低价、人情发包
重点 B2.2 合同不规范、超长期、拖欠租金
重点 B2.3 未经民主程序处置
重点 B2.4 资产流失、账外资产
方面 B3 惠农补贴 | 补贴没到手 / Subsidy not received
重点 B3.1 面积、人头不实，虚报冒领
重点 B3.2 少发、漏发、迟发
重点 B3.3 代领不给
重点 B3.4 名单不公示
方面 B4 低保救助和优待抚恤 | 低保救助 / Welfare
重点 B4.1 优亲厚友
重点 B4.2 应保未保、死亡未停
重点 B4.3 收好处费
重点 B4.4 孤儿、残疾、五保等待遇克扣
方面 B5 工程项目 | 工程质量和工钱 / Works: quality and wages
重点 B5.1 拆分规避招标、围标
重点 B5.2 偷工减料、质量差
重点 B5.3 虚报工程量、超付
重点 B5.4 干部亲属承揽、拖欠工钱
方面 B6 征地拆迁补偿 | 征地拆迁 / Land taken
重点 B6.1 补偿款未发、少发、截留
重点 B6.2 青苗地上物虚报
重点 B6.3 面积、标准不公开
重点 B6.4 集体分配方案未经表决
方面 B7 宅基地和建房 | 宅基地建房 / House building
重点 B7.1 批少占多、一户多宅
重点 B7.2 乱收费
重点 B7.3 吃请索要才审批
重点 B7.4 违建选择性处理
方面 B8 村务财务公开 | 账目公开 / Accounts shown
重点 B8.1 不公开、不及时
重点 B8.2 公开内容笼统、看不懂
重点 B8.3 公开与事实不符
重点 B8.4 群众问账不答复
方面 B9 办事作风 | 办事难、要好处 / Slow service, favours
重点 B9.1 推诿拖延、找不到人
重点 B9.2 吃拿卡要
重点 B9.3 态度粗暴、打击反映问题的人
方面 B10 违反中央八项规定精神 | 吃喝和大办酒席 / Banquets
重点 B10.1 公款吃喝、违规发放津补贴
重点 B10.2 大操大办、借机敛财
重点 B10.3 公车、公物私用
聚焦 C 基层党组织软弱涣散、组织力欠缺
方面 C1 党组织班子 | 村班子不管事 / Idle leadership
重点 C1.1 班子不团结、不管事
重点 C1.2 书记履职不力、“家长制”
重点 C1.3 长期缺职、外出不在岗
重点 C1.4 难点问题久拖不决
方面 C2 党员教育管理 | 党员没带头 / Party members
重点 C2.1 三会一课走形式、补记录
重点 C2.2 发展党员不规范、“近亲繁殖”
重点 C2.3 党费、流动党员管理
重点 C2.4 党员不起先锋作用
方面 C3 议事决策 | 大事谁说了算 / Who decides
重点 C3.1 重大事项不经“四议两公开”
重点 C3.2 会议记录缺失、事后补签
重点 C3.3 少数人说了算
方面 C4 村干部履职和廉洁 | 村干部自己有问题 / Officials' own conduct
重点 C4.1 兼职取酬、违规经商
重点 C4.2 家属亲属从中获利
重点 C4.3 离任审计、账目移交不做
重点 C4.4 涉黑涉恶、赌博等违法违纪
方面 C5 村务监督 | 监督没人管 / No supervision
重点 C5.1 监督委员会不履职
重点 C5.2 成员是干部近亲属
重点 C5.3 监督意见不处理
方面 C6 换届和后备力量 | 选举不公 / Unfair elections
重点 C6.1 拉票贿选
重点 C6.2 后备干部断档
重点 C6.3 选用标准不公
方面 C7 问题整改和信访回应 | 老问题没改 / Old problems not mended
重点 C7.1 上轮巡察、审计问题未真改
重点 C7.2 群众反映反复不解决
重点 C7.3 弄虚作假式整改
类别 B1 村里的钱 / Village money | 账、收入、开支 / accounts, income, spending | B1
类别 B2 村里的地塘山屋 / Village land and houses | 出租、承包、租金 / leases, contracts, rent | B2
类别 B3 补贴没到手 / Subsidy not received | 种粮、农机、退耕等 / grain, machines, fallow land | B3 | 补贴 / Subsidies
类别 B4 低保救助不公 / Unfair welfare | 低保、五保、残疾、孤儿 / poverty, disability, orphans | B4 A2 | 低保救助 / Welfare
类别 B5 修路修渠工程 / Roads and works | 质量、工钱、没完工 / quality, wages, unfinished | B5 A1 A4.4
类别 B6 征地拆迁补偿 / Land compensation | 钱少、没给、不公开 / too little, unpaid, secret | B6
类别 B7 宅基地建房 / House building | 审批、收费、违建 / permits, fees, illegal building | B7
类别 B8 账目不公开 / Accounts not shown | 看不到、看不懂 / cannot see or understand them | B8 C5 | 账目 / Accounts
类别 B9 干部办事作风 / How officials act | 拖、卡、要好处、态度差 / delay, favours, rudeness | B9 B10 C4
类别 A3 环境和耕地 / Environment, farmland | 垃圾、污水、占田 / rubbish, sewage, lost fields | A3 A5 A4
类别 A6 路水灯医学养老 / Daily services | 生活不方便的事 / roads, water, clinic, school | A6 A7
类别 C1 村干部和党组织 / Village leadership | 不管事、选举、不民主 / idle, elections, no say | C1 C2 C3 C6 C7
`
