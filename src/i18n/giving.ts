/** What came to the office past a team, and is given to it. */
export const giving = {
  toTeam: ['交给{team}', 'Give to {team}'],
  promised: [
    '答应过群众：只到这里，{team}看不到。先问过本人再交。',
    'The resident was promised that {team} cannot see it. Ask them first.',
  ],
  notAbout: ['看过了，说的不是巡察组的人', 'I have read it; it is not about the team'],
  askSecond: ['请另一名管理员同意', 'Ask another administrator'],
  waitsForSecond: [
    '{name}提出交给{team}，等另一名管理员看过同意。',
    '{name} asks for it to go to {team}; another administrator is to read it and agree.',
  ],
  askedBy: ['{name}提出交给{team}，看过再定。', '{name} asks for it to go to {team}. Read it and decide.'],
  agreed: ['本人同意交给{team}', 'They agree that {team} has it'],
  askFirst: [
    '他还没有回过话，先在“留言”里问。',
    'They have not answered anything yet: ask in a message first.',
  ],
  ownWords: ['本办的工作记录和理由会擦除。', 'Your notes and reasons are erased.'],
  contactToo: ['联系方式一起交，不然谁也打不开', 'With the contact, or nobody could open it'],
} as const
