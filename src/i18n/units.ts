import type { UnitType } from '../rounds/tables.ts'
import type { Phrase } from './speak.ts'

/** Units, entered by hand. */
export const unitWords = {
  list: ['被巡察单位', 'Inspected units'],
  none: [
    '还没有单位。从表格一次导入；也可以一个个登记，先镇后村。',
    'No unit yet. Import them from a spreadsheet, or enter one by one, towns before their villages.',
  ],
  add: ['登记单位', 'Enter a unit'],
  edit: ['改单位', 'Change the unit'],
  name: ['单位名称', 'Name'],
  nameHelp: [
    '印在公告上，群众看这个认。村名重了请加镇名。',
    'Printed on the notice. Add the town when names repeat.',
  ],
  shortName: ['简称', 'Short name'],
  type: ['类型', 'Type'],
  typeHelp: ['定群众看到哪一套类别和说法。', 'Decides which choices and words residents see.'],
  system: ['系统', 'System'],
  systemHelp: ['如 政法、粮食、乡村振兴。没有就空着。', 'Such as 政法 or 粮食; optional.'],
  headcount: ['大约多少人', 'About how many people'],
  headcountHelp: [
    '住在这里或者在这里上班的人。不知道就空着。人少的单位默认不数扫码次数，受理没截止的轮次已经数的也删掉。',
    'People who live or work there. Leave it empty if you do not know. Of a unit with few, scans are not counted unless switched on, and what was counted while intake is open is erased.',
  ],
  about: ['约 {n} 人', 'about {n} people'],
  parent: ['上级单位', 'Parent'],
  noParent: ['没有', 'None'],
  voidIt: ['登记错了，作废', 'Entered by mistake: void it'],
  voidSays: [
    '没有分进哪一轮，下面也没有单位，可以作废。作废要留记录。',
    'It is in no round and has nothing below it, so it may be voided. This is recorded.',
  ],
  voidButton: ['作废', 'Void'],
  inUse: [
    '这个单位有公告在用：改了名称，公告上还是做码时的旧名。',
    'This unit has a notice; it keeps the name it was made with.',
  ],
} as const

export const unitTypeWords: Record<UnitType, Phrase> = {
  town: ['镇', 'Town'],
  village: ['村', 'Village'],
  community: ['社区', 'Community'],
  organ: ['机关', 'Organ'],
  soe: ['国企', 'State-owned company'],
  school: ['学校', 'School'],
  hospital: ['医院', 'Hospital'],
  project: ['项目', 'Project'],
}

export const assignWords = {
  title: ['分单位', 'Assign units'],
  lead: ['每个单位选一个组。不巡察的不用选。', 'Choose a team for each unit; leave the others.'],
  nobody: ['不巡察', 'Not in this round'],
  label: ['{unit}归哪个组', 'Team for {unit}'],
  fixed: ['有公告 {number}，先停用再换组', 'has notice {number}; withdraw it first'],
  needTeams: ['先建组，再分单位。', 'Create a team first.'],
  needUnits: ['先登记单位，再分。', 'Enter units first.'],
} as const
