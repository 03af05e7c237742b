import type { Seen } from '../src/reports/resident-stages.ts'

// What a resident may be shown of.

export const PHONE = '0700-5550121'
export const TODAY = '2026-11-24'

/** Just filed. */
export const report: Seen = {
  kind: 'problem',
  state: 'received',
  askedFrom: null,
  due: '2026-12-04',
  promise: '2026-11-25',
  promiseBefore: null,
  promiseMoved: null,
  conclusion: null,
  resultType: null,
  declineReason: null,
  forwarded: null,
  letterOut: true,
  acceptedOn: null,
  concludedOn: null,
  lookupHash: 'AAAA',
}

export const concluded = (conclusion: Seen['conclusion'], resultType: Seen['resultType']): Partial<Seen> => ({
  state: 'concluded',
  conclusion,
  resultType,
})
