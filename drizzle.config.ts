import { defineConfig } from 'drizzle-kit'

/**
 * Read by tools/migrations.mjs, which writes the folder. Here `out` is where it works: drizzle-kit run by hand finds
 * no released migrations there and touches none.
 */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/*/{tables,*-tables}.ts',
  out: './node_modules/.cache/migrations',
})
