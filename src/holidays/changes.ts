import { sql } from 'drizzle-orm'

/** Holidays and limits are only ever added to: by their number everybody knows whether they have read them all. */
export const allChanges = sql<number>`(select coalesce(max(change), 0) from holidays)
  + coalesce((select json_array_length(limits) from offices), 0)`
