import type { Context } from 'hono'
import * as z from 'zod/mini'
import { persistently } from '../db/persistently.ts'
import { done } from '../http/answer.ts'
import { sealedId, sealedLong } from '../http/binary.ts'
import { whole } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { findForTeam } from '../reports/store.ts'
import { type Added, addToReport } from '../reports/talking.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { deskOf } from './desk.ts'
import { sentences } from './move.ts'
import { answerOvertaken, answerReport, reportIn } from './report-answer.tsx'
import type { Said } from './said.ts'

/** Where the resident's last message on the page stands. */
const lastSeen = z.catch(whole(0), 0)
const messageForm = z.object({ message: sealedLong, messageId: sealedId, seen: lastSeen })
const noteForm = z.object({ note: sealedLong, noteId: sealedId })
/** The file's id, and one of its own. */
const transcriptId = z.string().check(z.regex(/^[\w-]{22}\.[\w-]{22}$/))
const transcriptForm = z.object({ transcript: sealedLong, transcriptId })
const readForm = z.object({ seen: lastSeen })

/** What changes no state: a message to the resident, a note or transcript of the team's, "read, no answer needed". */
export function talkRoutes(house: House) {
  const app = new Hono<DeskEnv>()
  const again = async (c: Context<DeskEnv>, { typed, problems }: Refused) => {
    const view = await reportIn(c, house)
    return view
      ? answerReport(c, view, { typed, problems: sentences(view.desk.lang, problems) }, 422)
      : c.notFound()
  }

  app.post(paths.messages(':team', ':report'), form(messageForm, again), (c) => {
    const { message: envelope, messageId: id, seen } = c.req.valid('form')
    return add(c, { move: 'message', seen, message: { id, purpose: 'talk', envelope }, sealed: [] }, 'sent')
  })

  app.post(paths.note(':team', ':report'), form(noteForm, again), (c) => {
    const { note: envelope, noteId: partId } = c.req.valid('form')
    return add(c, { move: 'note', sealed: [{ part: 'note', partId, envelope }] }, 'noted')
  })

  app.post(paths.transcript(':team', ':report'), form(transcriptForm, again), async (c) => {
    const { transcript: envelope, transcriptId: partId } = c.req.valid('form')
    const view = await reportIn(c, house)
    const isOfOne = view?.files.some(({ id, state }) => state === 'whole' && partId.startsWith(`${id}.`))
    if (!isOfOne) return c.notFound()
    return add(c, { move: 'transcript', sealed: [{ part: 'transcript', partId, envelope }] }, 'noted')
  })

  app.post(paths.read(':team', ':report'), form(readForm, again), (c) =>
    add(c, { move: 'read', seen: c.req.valid('form').seen, sealed: [] }, 'read'),
  )

  /**
   * Nobody's move is in the way of a note or transcript: what was overtaken is read again and added again. Who may not
   * write any more, or has not seen what the resident wrote last, gets the page as it is now.
   */
  async function add(c: Context<DeskEnv>, what: Added, said: Said) {
    const desk = await deskOf(c, house)
    if (!desk) return c.notFound()
    const { team, person, moment } = desk
    const typed = typedIn(await c.req.parseBody())
    const answer = await persistently(async () => {
      const report = await findForTeam(house.db, team.id, c.req.param('report') ?? '', person)
      if (!report) return c.notFound()
      const added = await addToReport(house.db, report, what, person, moment)
      if (added === 'not allowed' || added === 'unseen') return answerOvertaken(c, house, { typed })
      return added === 'overtaken' ? added : done(c, paths.report(team.id, report.id), said)
    })
    return answer === 'overtaken' ? answerOvertaken(c, house, { typed }) : answer
  }

  return app
}
