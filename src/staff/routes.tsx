import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { binary } from '../http/binary.ts'
import { json } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { theOffice } from '../office/store.ts'
import { listSuccessions, writeSuccessions } from '../office/successions.ts'
import { paths } from '../paths.ts'
import { base64url } from '../sealing/bytes.ts'
import { addAccount } from './account-routes.tsx'
import { addActivation } from './activation-routes.tsx'
import { deviceMark, dropSession, keepDevice, keepSession, sessionToken } from './cookies.ts'
import { credentialFields } from './credentials.ts'
import { knownDevice, rememberDevice } from './device.ts'
import { askToSignIn } from './door.tsx'
import { ForgottenPage } from './forgotten-page.tsx'
import { type DeskEnv, signedIn } from './guard.ts'
import { HomePage } from './home-page.tsx'
import { deskReader } from './language.ts'
import { homeOf } from './roles.ts'
import { DIGITS, recoveryPass } from './second-factor.ts'
import { endSession, findSignedIn, LASTS, startSession } from './session.ts'
import { changeCredentials, type Proved, proveWho, rewrap, saltOf } from './sign-in.ts'
import { listMemberships, listTeamNames } from './store.ts'
import { usernameAsTyped } from './username.ts'

const typedName = z.string().check(z.maxLength(64))
const claim = {
  username: typedName,
  prover: binary(32),
  code: z.optional(z.string().check(z.maxLength(DIGITS))),
  pass: z.optional(binary(32)),
}
const malformed = (c: Context) => c.json({ problem: 'malformed' }, 422)

/** Sign-in, sign-out, the way back after a forgotten password, and activation. */
export function staffRoutes(house: House) {
  const { db, clock, serverSecret: secret, settings } = house
  const app = new Hono<DeskEnv>()
  const door = () => ({ db, secret, now: clock.now() })
  const prove = async (
    c: Context,
    proof: z.infer<z.ZodMiniObject<typeof claim>>,
    way: 'password' | 'recovery',
  ) => {
    const device = await knownDevice(secret, deviceMark(c), usernameAsTyped(proof.username))
    return proveWho(door(), { ...proof, way, device })
  }

  app.get(paths.signIn, async (c) => {
    const token = sessionToken(c)
    const known = token && (await findSignedIn(db, token, clock.now()))
    return known ? done(c, homeOf(known.memberships)) : askToSignIn(c, house, 200)
  })

  const who = z.object({ username: typedName, way: z.enum(['password', 'recovery']) })
  app.post(paths.signInSalt, json(who, malformed), async (c) => {
    const { username, way } = c.req.valid('json')
    return c.json({ salt: base64url(await saltOf(door(), username, way)) })
  })

  app.post(
    paths.signIn,
    json(z.object(claim), (c) => askToSignIn(c, house, 422)),
    async (c) => {
      const { pass, ...claimed } = c.req.valid('json')
      const proved = await prove(c, claimed, 'password')
      if (proved.outcome !== 'proved') return refused(c, proved)
      const { id, name, username, wrapped } = proved.person
      const before = sessionToken(c)
      if (before) await endSession(db, before)
      keepSession(c, await startSession(db, id, clock.now()))
      keepDevice(c, await rememberDevice(secret, deviceMark(c), username))
      const next = homeOf(await listMemberships(db, id))
      return c.json({
        person: { id, name, username },
        wrapped: base64url(wrapped ?? new Uint8Array()),
        lasts: LASTS,
        next,
        root: base64url((await theOffice(db)).root),
        successions: writeSuccessions(await listSuccessions(db)),
      })
    },
  )

  const pin = z.object({ wrapped: credentialFields.wrapped, prover: claim.prover })
  app.post(paths.pinRoot, signedIn(house), json(pin, malformed), async (c) => {
    await rewrap(db, c.get('staff').id, c.req.valid('json'), clock.now())
    return c.body(null, 204)
  })

  app.post(paths.signOut, async (c) => {
    const token = sessionToken(c)
    if (token) await endSession(db, token)
    dropSession(c)
    return done(c, paths.signIn)
  })

  app.get(paths.session, async (c) => {
    const token = sessionToken(c)
    const known = token && (await findSignedIn(db, token, clock.now()))
    return c.body(null, known ? 204 : 401)
  })

  app.get(paths.recoverPassword, (c) =>
    page(c, <ForgottenPage reader={deskReader(c)} demo={settings.demo} />),
  )

  app.post(paths.recoverKeys, json(z.object(claim), malformed), async (c) => {
    const proved = await prove(c, c.req.valid('json'), 'recovery')
    if (proved.outcome !== 'proved') return refused(c, proved)
    const { id, wrappedByRecovery } = proved.person
    const pass = base64url(await recoveryPass(secret, proved.person))
    return c.json({ personId: id, wrapped: base64url(wrappedByRecovery ?? new Uint8Array()), pass })
  })

  const renewal = z.object({ ...claim, ...credentialFields })
  app.post(paths.recoverPassword, json(renewal, malformed), async (c) => {
    const { username, prover, code, pass, ...credentials } = c.req.valid('json')
    const proved = await prove(c, { username, prover, code, pass }, 'recovery')
    if (proved.outcome !== 'proved') return refused(c, proved)
    await changeCredentials(db, proved.person, credentials, clock.now())
    return c.body(null, 204)
  })

  app.get(paths.staff, signedIn(house), async (c) => {
    const { memberships } = c.get('staff')
    const home = homeOf(memberships)
    if (home !== paths.staff) return done(c, home)
    const names = await listTeamNames(
      db,
      memberships.map(({ team }) => team),
    )
    return page(c, <HomePage staff={c.get('staff')} demo={settings.demo} names={names} />)
  })

  addAccount(app, house)
  addActivation(app, house)
  return app
}

function refused(c: Context, proved: Exclude<Proved, { outcome: 'proved' }>) {
  if (proved.outcome !== 'slowed') return c.json({ problem: proved.outcome }, 401)
  c.header('Retry-After', String(proved.seconds))
  return c.json({ problem: 'slowed', seconds: proved.seconds }, 429)
}
