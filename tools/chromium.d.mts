export function findChromium(which?: { prompts?: boolean }): string | undefined
export function ensureChromium(): [string, ...string[]]
export const quiet: string[]
