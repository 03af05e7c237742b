import type { Kind } from './lifecycle.ts'

/** How a report may end: codes, whose words are in `i18n/moves.ts`. */
export const conclusions = ['substantiated', 'partly', 'unsubstantiated', 'unverifiable'] as const
export type Conclusion = (typeof conclusions)[number]

const suggestionResults = ['adopted', 'partlyAdopted', 'study', 'explained'] as const
export type SuggestionResult = (typeof suggestionResults)[number]

const results = ['solved', 'explained', 'longTerm', 'movedOn', 'noAction'] as const
export type Result = (typeof results)[number]

export type ResultType = Result | SuggestionResult
export const resultTypes = [...new Set<ResultType>([...results, ...suggestionResults])]

export const resultsOf = (kind: Kind): readonly ResultType[] =>
  kind === 'suggestion' ? suggestionResults : results

export const declineReasons = [
  'outOfUnit',
  'courtMatter',
  'otherOrgan',
  'disciplineOnly',
  'appointment',
  'gang',
  'emergency',
  'noSubstance',
  'repeat',
  'closedRound',
  'abuse',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Why what came is no report at all. */
export const voidReasons = ['advert', 'insult', 'test'] as const
export type VoidReason = (typeof voidReasons)[number]

/** The code a text is, if it is one of these. */
export const codeIn = <Code extends string>(codes: readonly Code[], text?: string): Code | undefined =>
  codes.find((code) => code === text)
