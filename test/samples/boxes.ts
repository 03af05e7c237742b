import { bytesOf, uint32 } from './planting.ts'

export type Part = string | number | Uint8Array

export const box = (type: string, ...body: Part[]) => {
  const bytes = bytesOf(...body)
  return bytesOf(uint32(bytes.length + 8), type, bytes)
}
export const full = (type: string, version: number, flags: number, ...body: Part[]) =>
  box(type, uint32(version * 2 ** 24 + flags), ...body)
