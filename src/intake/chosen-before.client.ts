import { all } from './find.client.ts'

/** What was chosen in the long form before scripts took it over. */
export const chosenBefore = (form: HTMLFormElement) =>
  (all('[data-plain] [type=file]', form) as HTMLInputElement[]).flatMap(({ id, files }) =>
    [...(files ?? [])].map((file) => ({
      kind: id === 'plain-voice' ? ('voice' as const) : ('photo' as const),
      file,
    })),
  )
