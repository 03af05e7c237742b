export function findChromium(): string | undefined
export function ensureChromium(): string
export const quiet: string[]
