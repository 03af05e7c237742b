/** A day as `sayDay` says it, in either language. */
const DAY =
  /((?:\d{4}年)?\d{1,2}月\d{1,2}日（星期.）|(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) \d{1,2} [A-Z][a-z]+(?: \d{4})?)/
const TELEPHONE = /(\d{3,4}-\d{7,8})/

const inPieces = (text: string, whole: RegExp) =>
  text.split(whole).map((part, at) => (at % 2 === 1 ? <span class="whole">{part}</span> : part))

/** A sentence whose days stay on one line, where one line is wide enough. */
export const Dated = ({ children }: { children: string }) => <>{inPieces(children, DAY)}</>

/** What a button that calls says: so does its number. */
export const Calling = ({ children }: { children: string }) => <span>{inPieces(children, TELEPHONE)}</span>
