import * as z from 'zod/mini'
import { binary } from '../http/binary.ts'
import { seen } from '../http/fields.ts'
import { jsonText, readJson } from '../http/json-text.ts'
import { staff } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { certificate, personName, sealedPrivateKey, username } from './credentials.ts'
import type { NewInvitation } from './invitations.ts'
import { isTeam, rolesAt, teamRoles } from './roles.ts'

// What the forms of the people page carry. Messages are keys of the sentences below.

const sealedSecrets = z.pipe(
  z.string().check(z.maxLength(20_000)),
  z.transform((text, c) => {
    const read = z
      .array(
        z.object({
          personId: z.string().check(z.maxLength(64)),
          envelope: z.string().check(z.maxLength(800)),
        }),
      )
      .check(z.minLength(1))
      .safeParse(readJson(text))
    if (read.success) return read.data
    c.issues.push({ code: 'custom', message: 'sheet', input: text })
    return z.NEVER
  }),
)

/** What the browser adds to an invitation: everything of the sheet but its secret. */
const sheetShape = {
  id: z.string('sheet').check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}$/, 'sheet')),
  askHash: binary(32),
  rootProof: binary(32),
  sealedSecrets,
}

export const sheetForm = z.object(sheetShape)

const ticked = z.optional(z.literal('on'))
const ticks = { leader: ticked, deputy: ticked, liaison: ticked, member: ticked }

export const inviteForm = z.pipe(
  z.object({
    ...sheetShape,
    name: personName,
    username,
    team: z.string().check(z.minLength(1), z.maxLength(64)),
    ...ticks,
  }),
  z.transform(({ leader, deputy, liaison, member, ...rest }, c) => {
    const marks = { leader, deputy, liaison, member }
    const wrong = rolesMistake({ ...marks, team: rest.team })
    if (wrong) c.issues.push({ code: 'custom', path: ['roles'], message: wrong, input: marks })
    return { ...rest, roles: rolesAt(rest.team, tickedIn(marks)) }
  }),
)

/** Out of a team. */
export const leaveForm = z.object({
  team: z.string().check(z.minLength(1), z.maxLength(64)),
  version: seen,
  knows: ticked,
})

/** Other roles in a team, or the same person in one more. */
export const rolesForm = z.extend(leaveForm, {
  certificate: z.optional(certificate),
  ...ticks,
})

type Ticks = { readonly [name: string]: string | undefined }

export const tickedIn = (typed: Ticks) => teamRoles.filter((role) => typed[role] === 'on')

/** What is wrong with the roles by themselves: it is said together with what is wrong elsewhere. */
export function rolesMistake(typed: Ticks): 'officeAlone' | 'roles' | undefined {
  const none = tickedIn(typed).length === 0
  if (isTeam(typed.team ?? '')) return none ? 'roles' : undefined
  return none ? undefined : 'officeAlone'
}

/** `boxes`: the office's earlier boxes, as JSON, oldest first. */
const boxes = z.pipe(jsonText, z.array(sealedPrivateKey))
export const certifyForm = z.object({
  certificate,
  root: z.optional(sealedPrivateKey),
  box: z.optional(sealedPrivateKey),
  boxes: z.optional(boxes),
})

export const sheetOf = ({ id, askHash, rootProof, sealedSecrets }: NewInvitation): NewInvitation => ({
  id,
  askHash,
  rootProof,
  sealedSecrets,
})

/** By field, or by what is wrong with it. */
export const inviteSentences = {
  name: staff.needsName,
  username: staff.needsUsername,
  team: staff.needsPlace,
  roles: staff.needsRole,
  officeAlone: staff.officeAlone,
  usernameTaken: staff.usernameTaken,
  other: teamKey.refused,
} as const

/** A field's own sentence, unless what is wrong has a more precise one. */
export function named(problems: Record<string, string>): Record<string, string> {
  const entries = Object.entries(problems).map(([field, message]) => [
    field,
    message in inviteSentences ? message : field,
  ])
  return Object.fromEntries(entries)
}
