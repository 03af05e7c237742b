import { base64url } from '../sealing/bytes.ts'
import { makeQueryCode } from '../sealing/query-code.ts'
import { makeDek } from '../sealing/seal.ts'
import type { KeptDraft } from './keep.client.ts'

/** Content key and query code are made once for a draft, as its id was, and stay the same however often it is sent. */
export const makeDraft = (token: string, id: string): KeptDraft => ({
  token,
  id,
  code: makeQueryCode(),
  dek: base64url(makeDek()),
  arrived: false,
})
