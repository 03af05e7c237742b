/** A day as `sayDay` says it, in either language, or a telephone number. */
const WHOLE =
  /(\d{3,4}-\d{7,8}|(?:\d{4}年)?\d{1,2}月\d{1,2}日（星期.）|(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) \d{1,2} [A-Z][a-z]+(?: \d{4})?)/

/** A sentence whose days and numbers stay on one line, where one line is wide enough. */
export const Dated = ({ children }: { children: string }) => (
  <>{children.split(WHOLE).map((part, at) => (at % 2 === 1 ? <span class="whole">{part}</span> : part))}</>
)
