import type { Db } from './db.ts'

/**
 * A question that is spelled once for each database and then asked with other values: for what every report asks,
 * where spelling it takes longer than answering it.
 */
export function prepared<Question>(spell: (db: Db) => Question): (db: Db) => Question {
  const spelled = new WeakMap<Db, Question>()
  return (db) => {
    const before = spelled.get(db)
    if (before) return before
    const question = spell(db)
    spelled.set(db, question)
    return question
  }
}
