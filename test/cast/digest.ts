/** What an approval's page says of the letter that it shows: it is sent back with the yes. */
export const digestIn = (html: string): string => /name="digest" value="([\w-]+)"/.exec(html)?.[1] ?? ''
