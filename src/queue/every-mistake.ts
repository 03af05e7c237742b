import * as z from 'zod/mini'
import { type About, type AskedFor, type Fitting, sentences } from './move.ts'

type Typed = Readonly<Record<string, string>>

/**
 * Everything that is wrong with a form its schema refused, in the order of its fields: what only the report can tell
 * of those that fit is told in the same round. Of a field that is malformed the schema's own sentence is told; of one
 * that is empty, what the report says of that comes first.
 */
export function everyMistake<Schema extends z.ZodMiniObject>(
  { schema, problems }: Pick<AskedFor<Schema>, 'schema' | 'problems'>,
  about: About,
  { typed, refused }: { typed: Typed; refused: Typed },
): Record<string, string> {
  const malformed = sentences(about.desk.lang, refused)
  const told = Object.entries(problems(fitting(schema, typed), about)).filter(
    ([name]) => !(name in malformed && typed[name]),
  )
  const all = { ...malformed, ...Object.fromEntries(told) }
  const order = Object.keys(schema.shape).filter((name) => name in all)
  // What the browser named beside them is a part of a sealed field.
  return Object.fromEntries(
    [...new Set([...order, ...Object.keys(all)])].map((name) => [name, all[name] ?? '']),
  )
}

/** The fields that fit by themselves. */
function fitting<Schema extends z.ZodMiniObject>({ shape }: Schema, typed: Typed): Fitting<Schema> {
  const read = Object.entries(shape).flatMap(([name, field]) => {
    const value = z.safeParse(field as z.ZodMiniType, typed[name])
    return value.success ? [[name, value.data]] : []
  })
  return Object.fromEntries(read) as Fitting<Schema>
}
