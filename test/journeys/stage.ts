import { openVillageIn, type Peopled } from '../cast/peopled.ts'
import { openStage, type Stage } from '../place.ts'

export type Village = Stage & Peopled

export async function openVillage(url?: string): Promise<Village> {
  const stage = await openStage(undefined, url)
  return { ...stage, ...(await openVillageIn(stage.place)) }
}
