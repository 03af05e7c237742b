export type LetterPart = 'letter' | 'reply' | 'reason'

/** What is sealed under a letter's key, and its fields. A handling unit's account is its letter and its reply. */
export const shapes: Record<LetterPart, Record<string, 'text'>> = {
  letter: { summary: 'text', demands: 'text' },
  reply: {
    found: 'text',
    action: 'text',
    responsible: 'text',
    rule: 'text',
    evidence: 'text',
    reason: 'text',
    competent: 'text',
  },
  reason: { reason: 'text' },
}

/**
 * Under what endings a form carries what was sealed: the words, and for a new letter its keys and which locks they are
 * under.
 */
export const letterFields = ['', 'Id', 'TeamKey', 'OfficeKey', 'Epoch', 'Box'] as const

export type Said = Record<string, string>

export const isLetterPart = (name: string): name is LetterPart => name in shapes
