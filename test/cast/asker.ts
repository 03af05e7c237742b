import { beforeEach } from 'vitest'
import { paths } from '../../src/paths.ts'
import { messages } from '../../src/reports/belonging-tables.ts'
import { reports } from '../../src/reports/tables.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import { conversationKey, sealMessage } from '../../src/sealing/conversation.ts'
import { makeDraft, openVillage, reachable, type Village } from './village.ts'

// Somebody who comes back with their code.

export let village: Village
export let sent: Awaited<ReturnType<Village['sealInBrowser']>>
export let lookup: string
/** Anew for each test: a village, and what was told there. */
export const askAtProgress = () =>
  beforeEach(async () => {
    village = await openVillage()
    sent = await village.sealInBrowser(reachable, makeDraft())
    await village.postJson(sent.post)
    lookup = base64url(sent.lookup)
  })

export async function post(path: string, fields: Record<string, string>) {
  const response = await village.postForm(path, fields)
  return { status: response.status, html: await response.text(), response }
}
export const look = (fields: Record<string, string>) => post(paths.progress, fields)
export const report = async () => (await village.db.select().from(reports))[0]!
export const change = (values: Partial<typeof reports.$inferInsert>) => village.db.update(reports).set(values)
export const stored = () => village.db.select().from(messages)

export async function teamSays(
  purpose: 'question' | 'answer' | 'channel' | 'talk',
  text: string,
  position = 2,
) {
  const id = base64url(random(16))
  const envelope = await sealMessage(await conversationKey(sent.dek), sent.id, 'toResident', id, text)
  const row = { reportId: sent.id, id, direction: 'toResident', purpose, envelope, on: '2026-11-24' } as const
  await village.db.insert(messages).values({ ...row, position, by: 'p-1' })
}
