export type LetterPart = 'letter' | 'reply' | 'reason'

/** What is sealed under a letter's key, and its fields. A handling unit's account is its letter and its reply. */
export const shapes: Record<LetterPart, Record<string, 'text'>> = {
  letter: { summary: 'text', demands: 'text' },
  reply: {
    found: 'text',
    action: 'text',
    responsible: 'text',
    evidence: 'text',
    reason: 'text',
    competent: 'text',
  },
  reason: { reason: 'text' },
}

export type Said = Record<string, string>

export const isLetterPart = (name: string): name is LetterPart => name in shapes
