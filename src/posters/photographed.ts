import { paths } from '../paths.ts'

/** The address of a notice up to its token, which may be looked up; or why nothing of the code is to be sent. */
type CodeOnPhoto = { notice: string } | 'queryCode' | 'foreign'

/** What a photographed code is. `origins`: our own; what leads elsewhere may be anybody's secret. */
export function judgeCode(said: string, origins: readonly string[]): CodeOnPhoto {
  const origin = origins.find((own) => said.toLowerCase().startsWith(`${own}/`))
  if (origin === undefined) return 'foreign'
  const path = said.slice(origin.length)
  if (path.startsWith(paths.progress) && /#\d{20}$/.test(path)) return 'queryCode'
  const [toToken] = /^\/c\/[\da-z]{16}(?=[/?#]|$)/i.exec(path) ?? []
  return toToken ? { notice: origin + toToken } : 'foreign'
}
