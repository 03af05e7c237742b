import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { binary } from '../http/binary.ts'
import { json } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { base64url } from '../sealing/bytes.ts'
import { ActivatePage } from './activate-page.tsx'
import { credentialFields, point } from './credentials.ts'
import type { DeskEnv } from './guard.ts'
import { answerInvitation, askInvitation } from './invitations.ts'
import { deskReader } from './language.ts'
import { findPerson, isLast, listAdministrators, listMemberships, listTeamNames } from './store.ts'
import { placeWords } from './words.ts'

const claim = { id: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}$/)), proof: binary(32) }
const answer = { ...credentialFields, sealingKey: point, signingKey: point, personProof: binary(32) }
const malformed = (c: Context) => c.json({ problem: 'malformed' }, 422)
const wrong = (c: Context) => c.json({ problem: 'wrong' }, 404)
const last = (c: Context) => c.json({ problem: 'last' }, 409)
const over = (c: Context) => c.json({ problem: 'over' }, 410)

/** First use: the sheet's holder is shown who it is for and which root is the true one, and answers with keys. */
export function addActivation(app: Hono<DeskEnv>, { db, clock, settings }: House): void {
  app.get(paths.activate, (c) => page(c, <ActivatePage reader={deskReader(c)} demo={settings.demo} />))

  app.post(paths.activateAsk, json(z.object(claim), malformed), async (c) => {
    const { id, proof } = c.req.valid('json')
    const asked = await askInvitation(db, id, proof, dayOf(clock.now()))
    if (asked.outcome !== 'open') return asked.outcome === 'over' ? over(c) : wrong(c)
    const { personId, rootProof } = asked.invitation
    const [person, [membership], office] = await Promise.all([
      findPerson(db, personId),
      listMemberships(db, personId),
      theOffice(db),
    ])
    if (!person || !membership || person.state === 'disabled') return over(c)
    if (isLast(await listAdministrators(db), personId)) return last(c)
    const { team, roles } = membership
    const place = placeWords(deskReader(c).lang, { team, roles }, await listTeamNames(db, [team]))
    const { name, username } = person
    return c.json({
      person: { id: personId, name, username, roles: roles.join(','), team },
      place,
      root: base64url(office.root),
      rootProof: base64url(rootProof),
    })
  })

  app.post(paths.activate, json(z.object({ ...claim, ...answer }), malformed), async (c) => {
    const { id, proof, sealingKey, signingKey, personProof, ...credentials } = c.req.valid('json')
    const asked = await askInvitation(db, id, proof, dayOf(clock.now()))
    if (asked.outcome !== 'open') return asked.outcome === 'over' ? over(c) : wrong(c)
    const answered = { credentials, sealingKey, signingKey, personProof }
    const used = await answerInvitation(db, asked.invitation, answered, clock.now())
    if (used === 'lastAdministrator') return last(c)
    return used === 'overtaken' ? over(c) : c.body(null, 204)
  })
}
