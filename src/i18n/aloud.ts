/** Read by a voice that lives on the phone. */
export const aloud = {
  read: ['读给我听', 'Read to me'],
  stop: ['停', 'Stop'],
  cannot: ['这部手机不会读。', 'This phone cannot read aloud.'],
} as const
