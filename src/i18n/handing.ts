/** One call handed to one officer. */
export const handing = {
  title: ['交办回电', 'Hand this call over'],
  member: ['交给谁', 'To whom'],
  why: ['为什么', 'Why'],
  help: [
    '只能看这一件，最晚到第二天。办结或收回就不能看了。',
    'This report only, until the next day at the latest; not after it is concluded or taken back.',
  ],
  hand: ['交办', 'Hand over'],
  nobody: ['没有别人可以交办。', 'There is nobody else to hand it to.'],
  handed: [
    '交办回电：{member}，最晚到第二天可看这一件的电话',
    'Let {member} see this one phone number, until the next day at the latest',
  ],
  takeBack: ['收回', 'Take back'],
  yours: [
    '组长交办回电，最晚到第二天可看。',
    'The leader has handed you this call. You can see it until the day after at the latest.',
  ],
  refused: [
    '没有交办：这一件或这个人现在不行。',
    'Not handed over: not possible for this report or person now.',
  ],
  untrusted: [
    '这个人的钥匙没有总钥匙的签名，没有交办。请告诉管理员。',
    "This person's key is not signed by the master key, so nothing was handed over. Tell the administrator.",
  ],
} as const
