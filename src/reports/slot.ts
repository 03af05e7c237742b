/** A blank that a sealed message fills: its purpose, and which of its lines where it is not the whole of it. */
export type Slot = { purpose: 'question' | 'answer' | 'channel'; line?: number }

/** What of a message goes into its blank. The same on the server, in the resident's browser and on the team's page. */
export const partOf = (text: string, line: number | undefined): string =>
  line === undefined ? text : (text.split('\n')[line] ?? '')

/** Which line an element asks for. */
export const lineOf = ({ line }: DOMStringMap): number | undefined =>
  line === undefined ? undefined : Number(line)
