import { startSession } from '../../src/staff/session.ts'
import { memberships, people } from '../../src/staff/tables.ts'
import { openTestHouse } from '../house.ts'
import { wordsApart } from '../words.ts'
import { hand, makeOffice } from './bare-office.ts'

/** A house whose office is set up, and one of its administrators at a desk, signed in. */
export async function openOfficeDesk(start?: string, url?: string) {
  const opened = await openTestHouse(start, url)
  const { db, app, clock } = opened
  const office = await makeOffice(db)
  const desk = async (id: string, name: string) => {
    const at = hand.now.toISOString()
    await db.insert(people).values({ id, name, username: id, state: 'active', invitedAt: at })
    await db
      .insert(memberships)
      .values({ personId: id, team: 'office', roles: 'office', certificate: 'signed' })
    const cookie = `__Host-session=${await startSession(db, id, clock.now())}`
    return {
      cookie,
      get: (address: string) => app.request(address, { headers: { Cookie: cookie } }),
      post: (address: string, fields: Record<string, string>) =>
        app.request(address, {
          method: 'POST',
          headers: { Cookie: cookie, Origin: 'http://localhost', Host: 'localhost' },
          body: new URLSearchParams(fields),
        }),
    }
  }
  return { ...opened, office, desk, ...(await desk('p-office', '周明')) }
}

/** The words of an answer, without its markup. */
export async function wordsOf(answer: Response | Promise<Response>): Promise<string> {
  const html = await (await answer).text()
  return wordsApart(html.replace(/<span class="whole">([^<]*)<\/span>/g, '$1'))
}

/** What a hidden field of a page carries. */
export const hiddenIn = (html: string, name: string) =>
  new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
