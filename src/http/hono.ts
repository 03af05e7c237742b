import { HonoBase } from 'hono/hono-base'
import { TrieRouter } from 'hono/router/trie-router'
import type { BlankEnv, BlankSchema, Env, Schema } from 'hono/types'

/**
 * Hono with the one router that understands every address of ours. Its usual preset first tries another, which gives up
 * at them, and takes it along to every Worker.
 */
export class Hono<
  E extends Env = BlankEnv,
  S extends Schema = BlankSchema,
  P extends string = '/',
> extends HonoBase<E, S, P> {
  constructor(options?: ConstructorParameters<typeof HonoBase<E, S, P>>[0]) {
    super(options)
    this.router = new TrieRouter()
  }
}
