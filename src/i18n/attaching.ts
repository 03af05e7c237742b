/** What a resident adds to the words: the buttons, and what is said beside each file. */
export const adding = {
  photo: ['加照片', 'Add a photo'],
  voice: ['选录音', 'Choose a recording'],
  record: ['录一段话', 'Record'],
  video: ['加视频', 'Add a video'],
  paper: ['加文件', 'Add a file'],
  morePhoto: ['再加一张', 'Add another photo'],
  morePaper: ['再加一个文件', 'Add another file'],
  limits: [
    '照片最多 6 张，录音 3 段、每段 3 分钟，视频 1 个，PDF 2 个。',
    'Up to 6 photos, 3 recordings of 3 minutes, 1 video, 2 PDFs.',
  ],
  remove: ['不要这个', 'Remove'],
  removePhoto: ['不要这张', 'Remove'],
  blackOut: ['涂黑', 'Black out'],
  play: ['听一遍', 'Play'],
  again: ['重录', 'Again'],
  start: ['开始录', 'Start'],
  stop: ['停', 'Stop'],
  consent: ['我同意留下录音', 'I agree to leave a recording'],
  recognised: [
    '录音能听出是谁。您反映的人和单位都听不到，写成文字后再用。',
    'A voice can be recognised. Whoever you write about never hears it; a transcript is used.',
  ],
  unagreed: ['先点“我同意留下录音”。', 'First tick "I agree to leave a recording".'],
  none: [
    '这里不能录。请用手机自带的录音机录好，再点“选录音”。',
    "Recording does not work here. Record with the phone's own app, then choose it.",
  ],
  refused: [
    '没有开麦克风。可以选录好的，也可以请我们打电话。',
    'The microphone is off. Choose a recording, or ask for a call.',
  ],
  rub: ['用手指涂黑不想让人看到的地方', 'Rub over what should not be seen'],
  undo: ['撤回一笔', 'Undo'],
  done: ['好了', 'Done'],
  notAlong: [
    '您写的话带得过去，照片、文件带不过去，要在那边再加一次。',
    'Your words come along. Photos and files do not: add them again there.',
  ],
  turn: ['换过去', 'Change language'],
  notTurn: ['先不换', 'Stay here'],
} as const

/** What the script says: it fills the blanks itself. */
export const attached = {
  photo: ['照片 {n}', 'Photo {n}'],
  voice: ['录音 {n}', 'Recording {n}'],
  video: ['视频 {n}', 'Video {n}'],
  paper: ['文件 {n}', 'File {n}'],
  recording: ['正在录，{sec} 秒', 'Recording, {sec} s'],
  added: ['另外加的', 'Added'],
  noRoom: ['手机存不下这个，请这次交完。', 'No room to keep this one; please finish now.'],
  working: ['正在去掉里面的信息……', 'Removing hidden information…'],
  removed: ['已去掉{what}。', '{what} removed.'],
  place: ['拍摄地点', 'place'],
  time: ['时间', 'time'],
  model: ['手机型号', 'phone model'],
  other: ['附带的信息', 'hidden information'],
  between: ['、', ', '],
  and: ['和', ' and '],
  unclean: [
    'PDF 里可能写着作者和时间，这里去不掉。介意就别加。',
    'A PDF may name its author and date, which cannot be removed here. If you mind, leave it out.',
  ],
  photoWrong: ['这个不是照片，请换一个。', 'This is not a photo. Choose another.'],
  voiceWrong: ['这个不是录音，请换一个。', 'This is not a recording. Choose another.'],
  videoWrong: ['这个不是视频，请换一个。', 'This is not a video. Choose another.'],
  paperWrong: ['这个不是 PDF，请换一个。', 'This is not a PDF. Choose another.'],
  notCleanable: [
    '这个文件去不掉里面的信息，请换一个。',
    'Hidden information cannot be removed from this file. Choose another.',
  ],
  broken: ['这个文件坏了，或者没存全，请换一个。', 'This file is broken or incomplete. Choose another.'],
  tooManyPixels: [
    '这张照片太大，手机打不开，请换一张。',
    'This picture is too large to open. Choose another.',
  ],
  tooMany: ['加起来太大了，请少加一个。', 'Together they are too large. Leave one out.'],
  leftOut: ['加不下了，有一个没有加上。', 'There was no room for one more: it was left out.'],
  tooLarge: ['这个太大了（{size}）。不超过 {most} 兆。', 'Too large ({size}). Keep it under {most} MB.'],
  tooLargeVideo: [
    '这个太大了（{size}）。视频请短一些，不超过 {most} 兆。',
    'Too large ({size}). Keep videos under {most} MB.',
  ],
  tooLong: [
    '这段录音超过 3 分钟。请分成几段录，每段不超过 3 分钟，最多 3 段。',
    'This recording is longer than 3 minutes. Record it in parts of up to 3 minutes, 3 at most.',
  ],
  size: ['{n} 兆', '{n} MB'],
} as const

/** What in their own words could tell who somebody is: asked, and never sent. */
export const hints = {
  phone: ['这里像是电话。要不要去掉？', 'This looks like a phone number. Remove it?'],
  idCard: ['这里像是身份证号。要不要去掉？', 'This looks like an ID number. Remove it?'],
  name: ['这里像是您的名字。要不要去掉？', 'This looks like your name. Remove it?'],
  nameToo: ['您写的话里也有这个名字。要不要去掉？', 'Your words have this name in them, too. Remove it?'],
  onlyMe: ['这句话别人一看可能猜到是您。', 'Others might guess from this that it is you.'],
  remove: ['去掉', 'Remove'],
  keep: ['留着', 'Keep'],
} as const

/** Beside the receipt, while files are on their way. */
export const onTheWay = {
  title: ['{what}还在送', 'Still on their way: {what}'],
  keepOpen: [
    '话已经收到了。{what}送完前，先别清除。',
    'Your words have arrived. Do not clear before the rest is through.',
  ],
  goOn: ['接着送', 'Go on'],
  photos: ['照片', 'photos'],
  voices: ['录音', 'recordings'],
  videos: ['视频', 'video'],
  papers: ['文件', 'files'],
  row: ['{name}：{state}', '{name}: {state}'],
  sent: ['已送到', 'delivered'],
  half: ['送了一半', 'half way'],
  next: ['还没送', 'not yet'],
  waiting: ['等信号', 'waiting for signal'],
  lost: ['没送到', 'not delivered'],
  whole: ['都送到了。', 'Everything has arrived.'],
  gaveUp: [
    '有 {n} 张没送到。可以以后用查询码再补。',
    '{n} did not arrive. You can add them later with your code.',
  ],
  gaveUpFiles: [
    '有 {n} 件没送到。可以以后用查询码再补。',
    '{n} of the files did not arrive. You can add them later with your code.',
  ],
  nothing: [
    '上次补充的没收下，{what}也没送到。请用查询码看看还能不能补。',
    'What you added last time was not taken in, nor did it arrive: {what}. See with your code whether you can still add to it.',
  ],
  over: ['没送完的已经清掉，话还在。', 'What was unfinished has been erased; your words remain.'],
} as const
