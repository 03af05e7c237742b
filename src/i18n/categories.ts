/** The category trees and their editor. */
export const categoryWords = {
  title: ['类别', 'Categories'],
  lead: [
    '群众看到的类别和组里用的方面、重点。改了存成新的一版，新轮次用最新的，已有的轮次在轮次页换；收到的反映不变。',
    'What residents pick from, and the aspects and points teams use. A change is a new version: new rounds take it, others on the page of the round; reports keep theirs.',
  ],
  tree: ['用于', 'For'],
  sums: ['内容', 'Content'],
  sum: [
    '{focuses} 个聚焦，{aspects} 个方面，{points} 个重点，{tiles} 个类别',
    '{focuses} focuses, {aspects} aspects, {points} points, {tiles} choices',
  ],
  versions: ['各版', 'Versions'],
  version: ['第 {n} 版', 'version {n}'],
  edit: ['改', 'Change'],
  editTitle: ['改类别', 'Change categories'],
  outline: ['一行一条', 'One thing a line'],
  outlineHelp: [
    '聚焦、方面、重点后面写代码和名称。类别后面写代码和名称（最多 8 个字），再用 | 隔开写一行说明、它代表的方面和重点、提建议时的叫法（可以不写）。要英文的，写在“ / ”后面。代码写进反映件，不要改，也不要拿来作别的意思。',
    'After 聚焦 (focus), 方面 (aspect) and 重点 (point) come code and name. After 类别 (choice) come code and name (8 characters), then between bars a second line, the aspects or points it stands for, and its name for suggestions (optional). English follows " / ". Codes stand in reports: do not change or reuse them.',
  ],
  save: ['存成新的一版', 'Keep as a new version'],
  mend: ['有 {n} 处要改。现在一处也没有存。', '{n} things need mending. Nothing has been stored.'],
  choose: ['换类别', 'Change version'],
  chooseHelp: [
    '以后收到的用选中的一版；收过的还是原来的类别和叫法。',
    'For reports from now on; earlier ones keep theirs.',
  ],
  ownHelp: ['选了，群众只看到这一套。', 'When chosen, residents see these alone.'],
  ownNone: ['不用', 'none'],
  ownEdit: ['编本轮自己的', 'Write those of this round'],
  residents: ['群众看到的', 'What residents see'],
  suggestion: ['提建议时', 'For suggestions'],
  standsFor: ['代表', 'Stands for'],
  newer: [
    '别人刚存了第 {n} 版。您写的还在下面，对一对再存。',
    'Somebody has just kept version {n}. Your text is below; compare, then save.',
  ],
  seeNewer: ['看第 {n} 版', 'See version {n}'],
} as const

export const treeWords = {
  village: ['村、社区', 'Villages and communities'],
  organ: ['镇、机关、国企、学校、医院', 'Towns, organs, companies, schools, hospitals'],
  project: ['项目', 'Projects'],
  own: ['本轮自己的', 'Of this round'],
} as const

/** What is wrong with a line; `what` is the word it is about. */
export const outlineProblems = {
  keyword: [
    '第 {line} 行：“{what}”不认识，开头要写 聚焦、方面、重点 或 类别',
    'Line {line}: "{what}" is unknown; begin with 聚焦, 方面, 重点 or 类别',
  ],
  code: [
    '第 {line} 行：代码“{what}”不对，要写成 A、A1 或 A1.1 这样',
    'Line {line}: "{what}" is no code; write it like A, A1 or A1.1',
  ],
  name: ['第 {line} 行：{what} 后面没有名称', 'Line {line}: {what} has no name'],
  repeated: ['第 {line} 行：代码 {what} 前面用过了', 'Line {line}: code {what} is used above'],
  noFocus: ['第 {line} 行：方面 {what} 上面没有聚焦', 'Line {line}: no focus above aspect {what}'],
  noAspect: ['第 {line} 行：重点 {what} 上面没有方面', 'Line {line}: no aspect above point {what}'],
  tileLong: [
    '第 {line} 行：“{what}”超过 8 个字，手机上放不下',
    'Line {line}: "{what}" is longer than 8 characters',
  ],
  refers: ['第 {line} 行：没有 {what} 这个方面或重点', 'Line {line}: there is no aspect or point {what}'],
  noTile: ['至少要有一个方面和一个类别', 'At least one aspect and one choice are needed'],
  tiles: ['类别有 {what} 个，最多 20 个', '{what} choices; 20 at most'],
  taken: ['代码 {what} 另一套已经用了，请换一个', 'Code {what} is used in another tree; choose another'],
} as const
