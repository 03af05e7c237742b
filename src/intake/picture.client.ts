// What the page fetches once somebody begins to write: what seals and delivers, and what shows the receipt.
// The page that is opened first stays small enough for a weak network.
export { deliver, type Outcome } from './deliver.client.ts'
export { makeDraft } from './draft.client.ts'
export { giveBack } from './give-back.client.ts'
export { keep } from './keep.client.ts'
export { keepPage } from './keep-page.client.ts'
export { quote } from './quote.client.ts'
export { showReceipt } from './receipt.client.ts'
export { writingOf } from './writing.ts'
