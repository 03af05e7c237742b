/** Where `public/` and `migrations/` lie: above this file, and above the server that it is built into. */
export const root = new URL('..', import.meta.url)
