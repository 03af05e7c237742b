import type { Phrase } from './speak.ts'

/** What goes up, sealed, and leaves a stub. */
export const escalation = {
  title: ['密封上呈', 'Sealed escalation'],
  ground: ['依据', 'Ground'],
  recipient: ['收件机关', 'Recipient'],
  receipt: ['收据号', 'Receipt no.'],
  once: [
    '导出一次，随后这里只留存根。不复印、不摘抄。',
    'Exported once; then only a stub stays here. No copies, no excerpts.',
  ],
  closed: [
    '组长同意后，只有您和这位组长看得到这件。',
    'Once a leader agrees, only you and that leader see this report.',
  ],
  todo: ['在下面的“密封上呈”里办。', 'Go on under “Sealed escalation” below.'],
  open: ['准备导出', 'Prepare the export'],
  leaderExports: ['由组长导出。', 'The leader exports it.'],
  exported: [
    '已导出。收到收据后登记，内容随即擦除。',
    'Exported. Enter the receipt when it comes; the contents are then erased.',
  ],
  lost: [
    '文件没存好、丢了，或者口令忘了：先在“工作记录”里写明原因，再导出一次。',
    'File lost, or passphrase forgotten? Say why under "Notes" first; then export again.',
  ],
  newSince: [
    '导出以后又有了新的内容，请再导出一次。',
    'Something has been added since the export; please export again.',
  ],
  passphrase: ['密封口令（至少 12 个字符）', 'Passphrase (at least 12 characters)'],
  again: ['再输一遍', 'Once more'],
  passphraseHelp: [
    '口令不保存，另外当面或打电话告诉收件机关。',
    'It is not kept. Tell the recipient in person or by telephone, apart from the file.',
  ],
  opensItself: [
    '文件是一个网页。收件机关用浏览器打开，输口令就能看，不用上网，不用装软件。',
    'The file is a web page: whoever gets it opens it in a browser with the passphrase, without a line or any program.',
  ],
  short: ['口令太短，至少 12 个字符。', 'Too short: at least 12 characters.'],
  differs: ['两次口令不一样。', 'The two passphrases differ.'],
  needsContact: [
    '没有联系方式钥匙，导不全。请有这把钥匙的组长导出。',
    'Without the contact key it would not be whole. A leader who holds that key must export it.',
  ],
  unreachable: [
    '附件这时取不出来，没有导出。等一会再试。',
    'A file could not be fetched just now. Nothing was exported; try again in a while.',
  ],
  comingFiles: [
    '有附件还在路上。现在导出，到了以后要再导出一次。',
    'A file is still on its way. If you export now, you export again when it is here.',
  ],
  signedForFrom: [
    '这件带着附件，{day}起才能登记收据。登记早了，群众的手机会看出已经上呈。',
    "It came with files, so enter the receipt from {day}. Sooner, the resident's phone could tell that it went up.",
  ],
  otherSigns: [
    '导出的人不登记收据，请{names}登记。',
    'Whoever exported it does not enter the receipt: {names} does.',
  ],
  export: ['密封并导出', 'Seal and export'],
  erases: [
    '登记后，原话、附件、联系方式、留言、记录和函的内容都在这里擦除，不能恢复。',
    'With it the words, files, contact, messages, notes and letters are erased here for good.',
  ],
  enter: ['登记收据，擦除内容', 'Enter the receipt and erase'],
  stub: ['密封上呈 {day}，收据 {no}。', 'Escalated on {day}, receipt {no}.'],
  waiting: ['等导出', 'To be exported'],
  out: ['等收据', 'Waiting for the receipt'],
  fresh: ['有新留言', 'New message'],
  none: ['没有。', 'None.'],
  only: ['只有经手人和同意的组长能看。', 'For whoever brought it up and the leader who agreed.'],
} as const

export const grounds = ['higherLevel', 'ownCommittee', 'secrecy'] as const
export const recipients = ['superiorOffice', 'superiorDiscipline', 'secrecyOffice'] as const

export const groundWords = {
  higherLevel: ['规则第十五条：反映上级组织或上级领导', 'Rule 15: about a higher level'],
  ownCommittee: ['规则第十五条：反映本级党委或其领导', 'Rule 15: about the committee of this level'],
  secrecy: ['疑似涉及国家秘密', 'Suspected state secret'],
} as const satisfies Record<(typeof grounds)[number], Phrase>

export const recipientWords = {
  superiorOffice: ['上级巡察机构', 'Inspection office of the higher level'],
  superiorDiscipline: ['上级纪委监委', 'Discipline commission of the higher level'],
  secrecyOffice: ['保密行政管理部门', 'Secrecy administration'],
} as const satisfies Record<(typeof recipients)[number], Phrase>
