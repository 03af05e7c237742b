import { areHeld, hasFiles } from '../intake/answers.client.ts'
import { workBeside } from '../intake/at-work.client.ts'
import { one } from '../intake/find.client.ts'
import { type Attaching, chooseIn, type Draft } from './choosing.client.ts'
import type { Chosen } from './chosen.client.ts'
import { hintBelow } from './hint.client.ts'
import { askBeforeTurning } from './other-language.client.ts'
import { fetchParts } from './parts.client.ts'

export { follow, goOn, putAside, takeBack } from './later.client.ts'
export { sendOn, showAgain } from './on-the-way.client.ts'

/** Below the words: what else somebody wants to send. Undefined without a network: then the next step tries again. */
export async function attach(form: HTMLFormElement, draft: Draft): Promise<Attaching | undefined> {
  workBeside(form)
  const parts = await fetchParts()
  const [field, above] = [one<HTMLTextAreaElement>('#text'), one('#left')]
  const named = one<HTMLInputElement>('#name')
  if (parts?.hint && field && above && named) hintBelow(parts.hint, { field, above, named })
  if (!parts?.attach) return undefined
  one('#callMe', form)?.closest('label')?.after(parts.attach)
  const goesOn = () => form.isConnected && navigator.onLine && !areHeld()
  askBeforeTurning(parts.attach, () => draft.keeping() === 'none' && hasFiles() && goesOn())
  return chooseIn(parts.attach, form, draft)
}

/** The same below what somebody adds later. Until it is sent it stands on that page alone. */
export async function attachLater(
  form: HTMLFormElement,
  given: readonly Chosen[],
): Promise<Attaching | undefined> {
  const parts = await fetchParts()
  const field = one<HTMLTextAreaElement>('#more', form)
  if (!parts?.attach || !field) return undefined
  field.after(parts.attach)
  if (parts.hint) hintBelow(parts.hint, { field, above: field })
  return chooseIn(parts.attach, form, { id: () => '', keeping: () => 'none', changed() {} }, given)
}
