import { fromBase64url } from '../sealing/bytes.ts'
import { type OpenReport, openReport } from './opening.client.ts'
import { KeyMissing, teamKey } from './team-key.client.ts'

const opened = new WeakMap<Element, Promise<OpenReport>>()

/** The report of this page, opened once. Throws KeyMissing or Unopened. */
export function reportOfPage(): Promise<OpenReport> {
  const element = document.getElementById('sealed-report')
  if (!element) return Promise.reject(new KeyMissing())
  const open = opened.get(element) ?? openOn(element)
  opened.set(element, open)
  open.catch(() => opened.delete(element))
  return open
}

async function openOn({ dataset }: HTMLElement): Promise<OpenReport> {
  const { id = '', holder = '', epoch = '', dek } = dataset
  if (!dek) throw new KeyMissing()
  const { pair, name } = await teamKey(holder, Number(epoch), 'key')
  return openReport(pair, name, id, fromBase64url(dek))
}
