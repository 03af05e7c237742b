/** The reader's own: what they wrote, and the code that nobody else may know. Nor is the button read that reads. */
const OWN = '[data-row], [data-place], .code, textarea, select, .said, [data-reader]'
/** Some voices fall silent in a long sentence. */
const LONG = 120

/** What can be seen below an element, as it is read: a block at a time, and a long one sentence by sentence. */
export function sentencesOf(root: Element): string[] {
  const blocks: { block: Element; text: string }[] = []
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const { parentElement: parent, textContent } = walk.currentNode
    if (!parent || !textContent?.trim() || parent.closest(OWN) || parent.getClientRects().length === 0)
      continue
    const block = blockOf(parent)
    const last = blocks.at(-1)
    if (last?.block === block) last.text += ` ${textContent}`
    else blocks.push({ block, text: textContent })
  }
  return blocks.flatMap(({ text }) => parted(text.replace(/\s+/g, ' ').trim()))
}

function blockOf(element: Element): Element {
  const parent = element.parentElement
  return parent && getComputedStyle(element).display === 'inline' ? blockOf(parent) : element
}

const parted = (text: string): string[] =>
  text.length > LONG ? (text.match(/[^。！？.!?]+[。！？.!?]*/g) ?? [text]) : [text]
