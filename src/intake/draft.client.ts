import { base64url } from '../sealing/bytes.ts'
import { makeQueryCode } from '../sealing/query-code.ts'
import { makeDek, makeReportId } from '../sealing/seal.ts'
import type { KeptDraft } from './keep.client.ts'

/** Id, content key and query code are made once for a draft, and stay the same however often it is sent. */
export const makeDraft = (token: string): KeptDraft => ({
  token,
  id: makeReportId(),
  code: makeQueryCode(),
  dek: base64url(makeDek()),
  arrived: false,
})
