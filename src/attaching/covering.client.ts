import { all, one } from '../intake/find.client.ts'
import { blackOut } from './black-out.client.ts'

/** The panel in which somebody rubs over a photo. So long as it is open, nothing else of the box can be pressed. */
export function coverIn(box: HTMLElement) {
  let finish = () => {}
  return {
    /** Ends what somebody has begun and not ended. */
    finish: () => finish(),
    /** The photo as it was left; undefined where nothing of it was covered. */
    async cover(photo: Blob): Promise<Blob | undefined> {
      const panel = one('#black-out', box)
      if (!panel) return undefined
      const open = (isOpen: boolean) => {
        panel.hidden = !isOpen
        for (const part of all('#attach > :not(#black-out)')) part.classList.toggle('aside', isOpen)
      }
      const { finish: end, made } = blackOut(panel, photo)
      finish = end
      open(true)
      one('h2', panel)?.focus()
      const covered = await made.catch(() => undefined)
      finish = () => {}
      open(false)
      return covered
    },
  }
}
