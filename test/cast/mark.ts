/** What an approval's page says of the letter that it shows: it is sent back with the yes. */
export const markIn = (html: string): string => /name="mark" value="([\w-]+)"/.exec(html)?.[1] ?? ''
