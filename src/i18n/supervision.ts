/** 督办函. It says nothing of the matter: the letter it speaks of did. */
export const pressing = {
  title: ['关于督办有关事项的函', 'Supervision letter'],
  late: [
    '按照{of}的要求，你单位应于{due}前书面反馈办理情况，截至{today}已逾期{n}个工作日，仍未报送。',
    'By {of} you were to reply in writing by {due}. On {today} this was {n} working days late, and nothing had come.',
  ],
  demand: [
    '请于{until}前完成并书面反馈办理情况，同时书面说明逾期原因。',
    'Please finish, reply in writing by {until}, and say in writing why it is late.',
  ],
  else: [
    '逾期仍未完成的，将按规定约谈主要负责人、予以通报。',
    'If it is not done by then, the person in charge will be called in and a circular issued, by the rules.',
  ],
  phone: ['联系电话：{phone}', 'Telephone: {phone}'],
  copies: [
    '抄送：分管领导，纪委监委，组织部。',
    'Copies: leader in charge, discipline inspection, organization department.',
  ],
} as const

/** The office's side of it. */
export const supervision = {
  name: ['督办函', 'Supervision letter'],
  drafted: [
    '逾期未回，督办函已起草，待签发。',
    'The reply is late. A supervision letter is drafted, to be signed.',
  ],
  open: ['看督办函', 'See the supervision letter'],
  one: ['督办函 {number}，{until} 前回复', 'Supervision letter {number}, reply by {until}'],
  until: ['要求的新期限', 'New date'],
  day: ['要在今天以后。', 'This must lie ahead.'],
} as const
