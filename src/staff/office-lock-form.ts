import * as z from 'zod/mini'
import { jsonText } from '../http/json-text.ts'
import { certificate, epoch, point, sealedPrivateKey } from './credentials.ts'

const id = z.string()
/** How much of it there may be, the room for the whole form says. */
const shape = z.object({
  number: epoch,
  root: point,
  forward: certificate,
  back: certificate,
  certificate,
  addressCertificate: certificate,
  secondAddress: z.optional(certificate),
  recoveryRoot: sealedPrivateKey,
  recoveryBox: sealedPrivateKey,
  people: z.array(z.object({ personId: id, team: id, certificate })),
  teams: z.array(z.object({ team: id, epoch, certificate })),
  grants: z.array(z.object({ personId: id, root: sealedPrivateKey, box: sealedPrivateKey })),
})

/** What the browser made, as JSON in one field. */
export const officeLockForm = z.object({ made: z.pipe(jsonText, shape) })
