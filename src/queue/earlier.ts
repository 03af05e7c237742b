/** What a report was locked with before, as its page has it; envelopes in base64url. */
export interface EarlierLock {
  number: number
  epoch: number
  dek: string
  /** Only for whoever opens contact details. */
  contactKey: string | null
}
