// How the Worker says and draws a tag.
import { resolve } from 'node:path'

/**
 * Hono moves what belongs into the head there, wherever it was drawn, and has forms whose action is a function. Ours
 * have their head in one place and post to addresses: every tag is drawn as it stands.
 */
export const tagsAsTheyStand = {
  name: 'tags-as-they-stand',
  load: {
    filter: { id: /\/hono\/dist\/jsx\/intrinsic-element\/(common|components)\.js$/ },
    handler: (id) => `export const ${id.endsWith('common.js') ? 'domRenderers' : 'components_exports'} = {}`,
  },
}

/**
 * A tag is a call with what is in it one after the other, as JSX was first written: packed it takes 2 KB less than a
 * list among the attributes, and it is drawn sooner. No tag of ours has a `key`, which Hono looks for then.
 */
export const tagsAsCalls = {
  plugin: {
    name: 'tags-as-calls',
    resolveId: { filter: { id: /^tags-as-calls$/ }, handler: (id) => id },
    load: {
      filter: { id: /^tags-as-calls$/ },
      handler:
        () => `import { Fragment, jsxFn } from ${JSON.stringify(resolve('node_modules/hono/dist/jsx/base.js'))}
export { Fragment as $tags }
export const $tag = (name, attributes, ...inside) => jsxFn(name, attributes ?? {}, inside)`,
    },
  },
  transform: {
    jsx: { runtime: 'classic', pragma: '$tag', pragmaFrag: '$tags' },
    inject: { $tag: ['tags-as-calls', '$tag'], $tags: ['tags-as-calls', '$tags'] },
  },
}
