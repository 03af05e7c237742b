import { Buffer } from 'node:buffer'
import { expect } from 'vitest'

// Told once a worker: it is imported by what is read before every file, and a tester that is told stays.
// `toEqual` walks a list element by element, each as an object of its own, and tests compare whole files.
expect.addEqualityTesters([
  (one: unknown, other: unknown) =>
    one instanceof Uint8Array && other instanceof Uint8Array && one.constructor === other.constructor
      ? Buffer.compare(one, other) === 0
      : undefined,
])
