export const overrides: Readonly<Record<string, string>>
export function traditional(text: string): string
export function traditionalTexts(): Promise<Record<string, string>>
export function traditionalBeside(): Promise<{ address: string; text: string }>
