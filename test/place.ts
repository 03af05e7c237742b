import type { Blobs } from '../src/blobs/blobs.ts'
import type { Place } from './cast/at-desk.ts'
import { openTestHouse, type TestHouse } from './house.ts'

export interface Stage extends TestHouse {
  place: Place
}

/** An empty house in which the cast can play: its door is the app itself. */
export async function openStage(start?: string, url?: string, blobs?: Blobs): Promise<Stage> {
  const opened = await openTestHouse(start, url, blobs)
  const { app, house } = opened
  return {
    ...opened,
    place: { house, origin: 'http://localhost', door: (address, request) => app.request(address, request) },
  }
}
