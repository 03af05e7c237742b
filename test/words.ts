const without = (mark: string) => (html: string) => html.replace(/<[^>]*>/g, mark).replace(/\s+/g, ' ')

/** What a person reads, with a space for every mark: what stands in two fields stays two words. */
export const wordsApart = without(' ')

/** What a person reads, without a space for a mark: a sentence with a word marked in it stays one sentence. */
export const wordsJoined = without('')
