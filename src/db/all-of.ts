type Answers<Asked> = { [Name in keyof Asked]: Awaited<Asked[Name]> }

/** Asks all at once, and has each answer under the name of its question. */
export async function allOf<Asked extends Record<string, unknown>>(asked: Asked): Promise<Answers<Asked>> {
  const answers = await Promise.all(
    Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const),
  )
  return Object.fromEntries(answers) as Answers<Asked>
}
