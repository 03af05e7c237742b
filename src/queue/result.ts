/** What a verification found: sealed as one part, for the team only. */
export const RESULT = { findings: 'text', evidence: 'text', asked: 'text', confirmed: 'text' } as const

/** What is to be mended on the spot, by whom, and who signs for it: sealed as one part. */
export const ORDER = { matter: 'text', responsible: 'text', signer: 'text' } as const

/** What came back on the fix: what was done, the proof, and who answers for it. */
export const FEEDBACK = { done: 'text', proof: 'text', person: 'text' } as const

/** What staff write in several fields and seal as one part, by the name of the part. */
export const sets = { result: RESULT, order: ORDER, feedback: FEEDBACK } as const
export type SetName = keyof typeof sets

export type Result = Record<keyof typeof RESULT, string>
export type Order = Record<keyof typeof ORDER, string>
export type Feedback = Record<keyof typeof FEEDBACK, string>

export const isSet = (name: string | undefined): name is SetName => name !== undefined && name in sets
