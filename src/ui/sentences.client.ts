/**
 * What a page of ours says, and nothing that anybody typed, chose or was written: those stand in other elements than
 * these, and what is not named here is not read. Nor is the query code, which nobody but its person may know.
 */
const OURS =
  'h1, h2, legend, label, summary, p, .kinds button, .btn:not([data-reader]), .promises li, .advice li, .road li, #mend li, main > ul > li'
/** What may stand within them. A team's words stand in `.said`, here or in a sentence of ours. */
const PHRASE = 'span:not(.said), small, strong, b, a:not(.said)'
/** Some voices fall silent in a long sentence. */
const LONG = 120

/** What can be seen below an element, as it is read: a block at a time, and a long one sentence by sentence. */
export function sentencesOf(root: Element): string[] {
  const blocks: { block: Element; text: string }[] = []
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const { parentElement: parent, textContent } = walk.currentNode
    if (!parent || !textContent?.trim() || !isOurs(parent) || parent.getClientRects().length === 0) continue
    const block = blockOf(parent)
    const last = blocks.at(-1)
    if (last?.block === block) last.text += ` ${textContent}`
    else blocks.push({ block, text: textContent })
  }
  return blocks.flatMap(({ text }) => parted(text.replace(/\s+/g, ' ').trim()))
}

const isOurs = (element: Element | null): boolean =>
  element !== null && (element.matches(OURS) || (element.matches(PHRASE) && isOurs(element.parentElement)))

function blockOf(element: Element): Element {
  const parent = element.parentElement
  return parent && getComputedStyle(element).display === 'inline' ? blockOf(parent) : element
}

const parted = (text: string): string[] =>
  text.length > LONG ? (text.match(/[^。！？.!?]+[。！？.!?]*/g) ?? [text]) : [text]
