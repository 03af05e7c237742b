/** A user name as it is kept and looked up: typed full-width, in capitals or with spaces around it, it is the same. */
export const usernameAsTyped = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()
