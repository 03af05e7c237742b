import * as z from 'zod/mini'
import { binary } from '../http/binary.ts'
import { line, whole } from '../http/fields.ts'
import type { people } from './tables.ts'
import { usernameAsTyped } from './username.ts'

/** What a browser posts after it has wrapped somebody's keys; `makeCredentials` makes it. */
export const credentialFields = {
  passwordSalt: binary(16),
  proverHash: binary(32),
  wrapped: binary(100, 2000),
  recoverySalt: binary(16),
  recoveryProverHash: binary(32),
  wrappedByRecovery: binary(100, 2000),
}

/** As the `pattern` of a field says it too, where a dash that stands bare is a mistake. */
export const USERNAME = '[\\p{L}\\p{N}][\\p{L}\\p{N}._\\-]{1,31}'

export const personName = line(40)
export const username = z.pipe(
  z.pipe(z.string(), z.transform(usernameAsTyped)),
  z.string().check(z.regex(new RegExp(`^${USERNAME}$`, 'u'))),
)

export type Credentials = Pick<typeof people.$inferInsert, keyof typeof credentialFields>

export const point = binary(65)
export const certificate = z.string().check(z.maxLength(4000))
/** A private key under HPKE. */
export const sealedPrivateKey = binary(150, 400)

export const epoch = whole(1, 10_000)
