import type { JSX } from 'hono/jsx/jsx-runtime'
import { wordsCome } from '../i18n/beside.ts'
import { recent } from '../sealing/recent.ts'

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: that is how Hono is told.
    (page: string | Stencilled): Response | Promise<Response>
  }
}

/** A page whose blanks are filled. Between them stands what many readers get: the same object for all of them. */
export class Stencilled {
  constructor(
    readonly fixed: readonly string[],
    readonly own: string,
  ) {}

  toString(): string {
    return this.fixed.join(this.own)
  }
}

/** A page as it is sent. */
export const drawn = async (element: JSX.Element | Promise<JSX.Element>): Promise<string> =>
  `<!doctype html>${await element}`

/** Pages of one kind that are remembered: one for each language, text size, team and promised day. */
const KINDS = 64

/**
 * A page drawn once for all whom it tells the same. What is one reader's own goes into its blanks and is never
 * remembered; it must need no escaping. Drawing is a tenth of what it costs to take a report. A drawing that failed is
 * not remembered, nor one from before words came that it may lack.
 */
export function stencil<Same extends object>(
  draw: (same: Same, blank: string) => JSX.Element | Promise<JSX.Element>,
): (same: Same, own: string) => Promise<Stencilled> {
  const known = recent<{ fixed?: Promise<readonly string[]> }>(KINDS)
  const cut = async (same: Same) => {
    const blank = crypto.randomUUID()
    return (await drawn(draw(same, blank))).split(blank)
  }
  return async (same, own) => {
    const kept = known(`${wordsCome()} ${JSON.stringify(same)}`, () => ({}))
    kept.fixed ??= cut(same)
    try {
      return new Stencilled(await kept.fixed, own)
    } catch (fault) {
      delete kept.fixed
      throw fault
    }
  }
}
