import { jsx } from 'hono/jsx/jsx-runtime'

/**
 * Hono follows the contexts of a page through AsyncLocalStorage, which it looks for as it draws its first. On Node
 * before 24 every promise of the process pays for that ever after: a tenth of what it costs to take a report. No page
 * here has a context, so the first is drawn where there is none to be found.
 */
export function drawWithoutContexts(): void {
  const { getBuiltinModule } = process
  process.getBuiltinModule = () => undefined as never
  try {
    String(jsx('p', {}))
  } finally {
    process.getBuiltinModule = getBuiltinModule
  }
}
