/** Which kinds of files a report has, in one word that does not depend on their order. */
export const kindsOf = (kinds: readonly string[]): string => [...kinds].sort().join(' ')
