/** As wide as twenty-four Chinese characters, of which each takes the room of two Latin letters. */
const ROOM = 48

/** The first sentence in one line of the queue, cut between characters where it would be wider. */
export function shortLine(text: string): string {
  let room = ROOM
  const characters = [...text.replace(/\s+/g, ' ')]
  const end = characters.findIndex((character) => {
    room -= isWide(character) ? 2 : 1
    return room < 0
  })
  return end < 0 ? characters.join('') : `${characters.slice(0, end).join('')}…`
}

/** From the radicals on, all scripts of East Asia with their marks, and pictures. */
const isWide = (character: string) => character >= '\u2e80'
