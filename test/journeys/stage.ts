import type { Blobs } from '../../src/blobs/blobs.ts'
import { openVillageIn, type Peopled } from '../cast/peopled.ts'
import { openStage, type Stage } from '../place.ts'

export type Village = Stage & Peopled

export async function openVillage(url?: string, blobs?: Blobs): Promise<Village> {
  const stage = await openStage(undefined, url, blobs)
  return { ...stage, ...(await openVillageIn(stage.place)) }
}
