import { customType } from 'drizzle-orm/sqlite-core'

/** Bytes as Web standards have them. libSQL answers an ArrayBuffer and D1 a list of numbers; both become the same. */
export const bytes = customType<{
  data: Uint8Array<ArrayBuffer>
  driverData: ArrayBuffer | Uint8Array | number[]
}>({
  dataType: () => 'blob',
  toDriver: (value) => value,
  fromDriver: (value) => new Uint8Array(value),
})
