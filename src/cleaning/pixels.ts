import { type Cleaning, refuse } from './asks.ts'

/** What a phone can decode without falling over; the cameras of phones make a quarter of it. */
export const MOST_PIXELS = 40_000_000

export const isTooMany = (width: number, height: number) => width * height > MOST_PIXELS

/** Read from a header, before anybody decodes. A picture without any pixel is cut off. */
export function* fits(width: number, height: number): Cleaning {
  if (isTooMany(width, height)) yield* refuse('tooManyPixels')
  if (width * height === 0) yield* refuse('truncated')
}
