import { beforeEach, expect } from 'vitest'
import { listSteps } from '../src/log/record.ts'
import { paths } from '../src/paths.ts'
import { sealResult, type Written } from '../src/queue/writing.client.ts'
import type { Report } from '../src/reports/tables.ts'
import { base64url } from '../src/sealing/bytes.ts'
import { openTeamDesk, type TeamDesk } from './team-desk.ts'

/** At whose desk the tests of a file work: opened anew for each of them, on the morning of 24 November. */
export let desk: TeamDesk
export const atTeamDesk = () =>
  beforeEach(async () => {
    desk = await openTeamDesk('2026-11-24T09:00:00+08:00')
  })

export const at = (report: Report) => paths.report(desk.ids.teamId, report.id)
export const moveAt = (report: Report, move: string) => paths.move(desk.ids.teamId, report.id, move)
export const previewAt = (report: Report, move: string) => paths.previewMove(desk.ids.teamId, report.id, move)
export const sealed = (name: string, { id, envelope }: Written) => ({
  [name]: base64url(envelope),
  [`${name}Id`]: id,
})
export const stepsOf = async (report: Report) =>
  (await listSteps(desk.db, `report:${report.id}`)).map(({ move, who }) => `${who ?? '-'} ${move}`)
/** What a person reads, without the marks. */
export const words = (html: string) =>
  html
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

/** What stands in a field of the page. */
export const typedIn = (html: string, name: string) =>
  html.match(new RegExp(`<input(?=[^>]*name="${name}")[^>]*value="([^"]*)"`))?.[1]

export const acceptance = (report: Report, changed: Record<string, string> = {}) => ({
  steps: String(report.steps),
  category: 'B3/B3',
  urgent: 'no',
  risk: 'low',
  owner: 'wu',
  due: '2026-11-27',
  ...changed,
})
export const verification = (report: Report, changed: Record<string, string> = {}) => ({
  steps: String(report.steps),
  visits: 'yes',
  first: 'wu',
  second: 'chen',
  on: '2026-11-25',
  recusal: 'yes',
  ...changed,
})

export async function accepted(said = {}, brought = {}, how: Record<string, string> = {}): Promise<Report> {
  const report = await desk.write(said, brought)
  const { status } = await desk.li.post(moveAt(report, 'accept'), acceptance(report, how))
  expect(status).toBe(303)
  return desk.now(report)
}

export async function verifying(said = {}, brought = {}, how: Record<string, string> = {}): Promise<Report> {
  const report = await accepted(said, brought, how)
  const { status } = await desk.wu.post(moveAt(report, 'verify'), verification(report))
  expect(status).toBe(303)
  return desk.now(report)
}

export async function verified(said = {}, brought = {}): Promise<Report> {
  const report = await verifying(said, brought)
  const found = { findings: '账对上了', evidence: '无', asked: '8', confirmed: '6' }
  const result = sealed('result', await sealResult(await desk.open(report), found))
  const form = { steps: String(report.steps), conclusion: 'substantiated', ...result }
  expect((await desk.wu.post(moveAt(report, 'result'), form)).status).toBe(303)
  return desk.now(report)
}
