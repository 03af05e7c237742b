/** 立行立改: the approval of an order, and the office's leave. */
export const fixes = {
  approveTitle: ['审批：立行立改', 'Approve: on-the-spot fix'],
  willRead: ['{unit}将看到', 'What {unit} will read'],
  ticks: ['三项都看过才能同意', 'All three before approving'],
  instead: ['不要求，改为自己核实', 'Do not order, verify ourselves'],
  override: [
    '反映的就是它，或反映人怕被知道。确需立行立改的，由{office}主任批准并写理由。',
    'It is the one complained of, or the reporter is afraid. If it must, the office director approves with a reason ({office}).',
  ],
  permitAsk: [
    '{team}申请要求被反映的单位立行立改。',
    '{team} asks to order the unit complained of to mend something on the spot.',
  ],
  notice: ['打印立行立改通知书', 'Print the notice of the fix'],
  press: ['催{unit}', 'chase {unit}'],
  late: [
    '立行立改超期：先催{unit}。{office}可以发督办函。办不好的，登记“没办好”。',
    'The fix is late: chase {unit} first. {office} may send a supervision letter. If it cannot be done, enter "Not done".',
  ],
} as const

/** The notice on paper. */
export const notice = {
  title: ['立行立改通知书', 'Notice of an on-the-spot fix'],
  number: ['{code}立改〔{year}〕{n}号', '{code}立改〔{year}〕{n}号'],
  waiting: ['{code}立改〔{year}〕　号（待编号）', '{code}立改〔{year}〕　号 (no number yet)'],
  to: ['{unit}党组织：', 'To the Party organisation of {unit}:'],
  lead: [
    '近期，巡察工作中了解到以下问题，请立行立改。',
    'During inspection work we learned of the following, to be put right on the spot.',
  ],
  matter: ['一、问题', '1. The matter'],
  demands: ['二、要求和完成时限', '2. Demands and date'],
  by: ['由', 'By '],
  due: [
    '负责，于{year}年{month}月{day}日前解决，并书面反馈整改情况（附整改前后照片）。',
    ': to be solved by {year}-{month}-{day}, with a report in writing and photos before and after.',
  ],
  discipline: ['三、纪律要求', '3. Discipline'],
  signer: ['签收人（主要负责人）：', 'Signed for by (head of the unit): '],
  signedAt: ['　签收时间：　　年　月　日', '  on: (date)'],
  attachment: ['附件：整改情况反馈表', 'Attachment: report form'],
  form: ['整改情况反馈表', 'Report form'],
  unit: ['单位（盖章）', 'Unit (seal)'],
  done: ['整改措施和结果', 'What was done'],
  before: ['整改前照片', 'Photo before'],
  after: ['整改后照片', 'Photo after'],
} as const
