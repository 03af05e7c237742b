/** What a verification found: sealed as one part, for the team only. */
export const RESULT = { findings: 'text', evidence: 'text', asked: 'text', confirmed: 'text' } as const

export type Result = Record<keyof typeof RESULT, string>
