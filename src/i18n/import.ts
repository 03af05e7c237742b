import type { Phrase } from './speak.ts'

/** Importing units from a table. */
export const importWords = {
  title: ['导入被巡察单位', 'Import units'],
  open: ['从表格导入', 'Import from a table'],
  lead: [
    '在 WPS 或 Excel 里选中整块，复制，粘贴到下面；也可以选一个 CSV 或 XLSX 文件。',
    'Select the whole block in WPS or Excel, copy it and paste it below; or choose a CSV or XLSX file.',
  ],
  order: [
    '列：单位名称 · 类型 · 上级单位 · 巡察组 · 公告张数。可以加“简称”“系统”“方言”“人数”四列。',
    'Columns: name, type, parent, team, sheets; "Short name", "System", "Languages" and "People" may be added.',
  ],
  sample: ['下载样表', 'Download a sample'],
  round: [
    '轮次（写了巡察组、张数或方言就要选）',
    'Round (needed when the table names teams, sheets or languages)',
  ],
  noRound: ['不分组', 'No teams'],
  paste: ['从表格粘贴', 'Paste from a table'],
  file: ['或选文件（CSV、XLSX）', 'Or choose a file (CSV, XLSX)'],
  fileWins: [
    '选了文件，就用文件里的，不看上面粘贴的。',
    'When a file is chosen it is used instead of the text above.',
  ],
  cancel: ['不导入了', 'Cancel'],
  preview: ['预览', 'Preview'],
  store: ['导入', 'Import'],
  change: ['改一改再预览', 'Change it and preview again'],
  head: ['{n} 行要改，改好再导入。现在一行也没有存。', '{n} rows need mending. Nothing has been stored.'],
  more: ['还有 {n} 处，先改上面的。', '{n} more; mend these first.'],
  counts: ['{parts}，共 {n} 个', '{parts}; {n} in all'],
  count: ['{n} 个{type}', '{type}: {n}'],
  fresh: [
    '新登记 {n} 个，分组、张数或人数有改动的 {m} 个。现在还没有存。',
    '{n} new, {m} with a new team, number of sheets or number of people. Nothing is stored yet.',
  ],
  newTeams: [
    '新建 {n} 个组：{names}。存好后请补上地址和电话。',
    'New teams, {n}: {names}. Add their addresses and telephones afterwards.',
  ],
  speaks: ['{name}（{dialects}）', '{name} ({dialects})'],
  officePhone: [
    '值班电话和时间先写本办的（{phone}，{hours}），会印在公告上。请到各组的页改成本组的。',
    'Telephone and hours on duty are the office’s ({phone}, {hours}) at first, and are printed on notices. Change them on each team’s page.',
  ],
  nothing: ['表里的都已经有了，不用导入。', 'Everything in the table is there already.'],
  unused: ['没有用到的列：{names}。', 'Columns not used: {names}.'],
  formula: ['第 {row} 行像公式，按文字存，不会计算。', 'Row {row} looks like a formula; it is kept as text.'],
  overtaken: [
    '刚才有人改过单位，已按现在的重新核对，请再看一遍。',
    'Somebody changed the units meanwhile; this is compared with what is there now.',
  ],
  isNew: ['新', 'new'],
  columns: {
    name: ['单位名称', 'Name'],
    type: ['类型', 'Type'],
    parent: ['上级单位', 'Parent'],
    team: ['巡察组', 'Team'],
    sheets: ['公告张数', 'Sheets'],
    shortName: ['简称', 'Short name'],
    system: ['系统', 'System'],
    dialects: ['方言', 'Languages'],
    headcount: ['人数', 'People'],
  },
} as const

/** What is wrong with the whole of it. */
export const importFaults = {
  empty: ['还没有粘贴，也没有选文件。', 'Nothing was pasted and no file chosen.'],
  unreadable: [
    '文件打不开，可能不是表格。请另存为 CSV 再试。',
    'Cannot read the file. Save as CSV and try again.',
  ],
  tooLong: [
    '一次最多导入 {most} 行，这张表更长。请分几次导入。现在一行也没有存。',
    'At most {most} rows at a time; this table is longer. Import it in parts. Nothing has been stored.',
  ],
  tooBig: [
    '文件太大，最多 {most} MB。请分几次导入。现在一行也没有存。',
    'The file is larger than {most} MB. Import it in parts. Nothing has been stored.',
  ],
  noRound: ['没有这一轮，请重新选。', 'There is no such round; choose again.'],
  unchosen: [
    '表里写了巡察组、张数或方言，请先选轮次。',
    'The table names teams, sheets or languages; choose the round first.',
  ],
} as const

/** What is wrong with one row. */
export const importProblems = {
  missing: ['第 {row} 行：没有写单位名称', 'Row {row}: the name is missing'],
  long: [
    '第 {row} 行：单位名称“{x}……”太长，最多 40 个字',
    'Row {row}: the name "{x}…" is longer than 40 characters',
  ],
  twice: ['第 {row} 行：和第 {m} 行重名，请加镇名', 'Row {row}: same name as row {m}; add the town'],
  type: [
    '第 {row} 行：类型“{x}”不认识，可用：镇、村、社区、机关、国企、学校、医院、项目',
    'Row {row}: unknown type "{x}"',
  ],
  parent: ['第 {row} 行：上级单位“{x}”找不到', 'Row {row}: parent "{x}" not found'],
  childless: [
    '第 {row} 行：“{x}”是村或社区，下面不能再有单位',
    'Row {row}: "{x}" is a village or community; nothing can lie below it',
  ],
  parentType: [
    '第 {row} 行：镇、村和社区只能放在镇或机关下面，不能放在“{x}”下面',
    'Row {row}: a town, village or community cannot lie below "{x}"',
  ],
  town: ['第 {row} 行：村和社区要写上级镇', 'Row {row}: a village or community needs its town'],
  deep: ['第 {row} 行：“{x}”层级太深，最多 10 层', 'Row {row}: "{x}" lies deeper than 10 levels'],
  loop: ['第 {row} 行：“{x}”绕了一圈，成了自己的上级', 'Row {row}: "{x}" lies below itself'],
  shortName: [
    '第 {row} 行：简称“{x}”超过 12 个字，请加一列“简称”写短些',
    'Row {row}: the short name "{x}" is longer than 12 characters; add a column "Short name"',
  ],
  system: ['第 {row} 行：系统“{x}”超过 12 个字', 'Row {row}: the system "{x}" is longer than 12 characters'],
  headcount: [
    '第 {row} 行：人数“{x}”不对，请写数字，如 900；不知道就空着',
    'Row {row}: "{x}" is no number of people; write one, such as 900, or leave it empty',
  ],
  differs: [
    '第 {row} 行：“{x}”已经登记，类型、上级、简称、系统或人数和表里不一样。要改请到单位页改；不是同一个请加镇名',
    'Row {row}: "{x}" is already there with another type, parent, short name, system or number of people. Change it on its page, or add the town',
  ],
  team: [
    '第 {row} 行：巡察组“{x}”的名称太长，最多 20 个字',
    'Row {row}: the team\'s name "{x}" is longer than 20 characters',
  ],
  sheets: [
    '第 {row} 行：公告张数“{x}”不对，请写 1 到 99 的数字',
    'Row {row}: "{x}" sheets; write a number from 1 to 99',
  ],
  dialect: [
    '第 {row} 行：名单里没有“{x}”这种话，先在设置里加',
    'Row {row}: "{x}" is not spoken here yet; add it in the settings first',
  ],
  dialectsDiffer: [
    '第 {row} 行：这个组已经建了，没有选“{x}”。要改请到组的页面改',
    'Row {row}: this team is there already and does not speak "{x}". Change it on its page',
  ],
  dialectsAlone: ['第 {row} 行：写了方言，没有写巡察组', 'Row {row}: languages without a team'],
  sheetsAlone: ['第 {row} 行：写了张数，没有写巡察组', 'Row {row}: sheets without a team'],
  fixed: [
    '第 {row} 行：这个单位已有公告，先停用再换到“{x}”',
    'Row {row}: this unit has a notice; withdraw it before moving it to "{x}"',
  ],
} as const satisfies Record<string, Phrase>

export type ProblemKey = keyof typeof importProblems
