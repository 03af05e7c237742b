/**
 * What a verification found: sealed as one part, for the team only. So are its tags across the categories, as codes:
 * who is accused of what is not for the server to know, and nobody counts it.
 */
export const RESULT = {
  findings: 'text',
  evidence: 'text',
  asked: 'text',
  confirmed: 'text',
  discipline: 'text',
  fields: 'text',
  level: 'text',
} as const

/** What is to be mended on the spot, by whom, and who signs for it: sealed as one part. */
export const ORDER = { matter: 'text', responsible: 'text', signer: 'text' } as const

/** What came back on the fix: what was done, the proof, and who answers for it. */
export const FEEDBACK = { done: 'text', proof: 'text', person: 'text' } as const

/** What is said in a recording, and in which language. */
export const TRANSCRIPT = { language: 'text', text: 'text' } as const

/** What staff write in several fields and seal as one part, by the name of the part. */
export const sets = { result: RESULT, order: ORDER, feedback: FEEDBACK, transcript: TRANSCRIPT } as const
export type SetName = keyof typeof sets

type Tag = 'discipline' | 'fields' | 'level'
export type Result = Record<Exclude<keyof typeof RESULT, Tag>, string> & Partial<Record<Tag, string>>
export type Order = Record<keyof typeof ORDER, string>
export type Transcript = Record<keyof typeof TRANSCRIPT, string>
export type Feedback = Record<keyof typeof FEEDBACK, string>

export const isSet = (name: string | undefined): name is SetName => name !== undefined && name in sets
