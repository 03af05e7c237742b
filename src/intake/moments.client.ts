import { all, show } from './find.client.ts'

/** One sentence at a time; none by a name that no sentence has. */
export function tellMoment(moment: string) {
  for (const sentence of all('[data-moment]')) sentence.hidden = sentence.dataset.moment !== moment
}

/** The same beside the receipt of last time. */
export function tellKept(moment: string) {
  show('#kept-told', false)
  for (const sentence of all('[data-kept-moment]')) sentence.hidden = sentence.dataset.keptMoment !== moment
}
