import { record } from '../src/log/record.ts'
import { paths } from '../src/paths.ts'
import { type OpenReport, openReport } from '../src/queue/opening.client.ts'
import type { NewReport } from '../src/reports/new-report.ts'
import { listEnvelopes } from '../src/reports/store.ts'
import type { Report } from '../src/reports/tables.ts'
import { type Bytes, random } from '../src/sealing/bytes.ts'
import { importKeys } from '../src/sealing/open.ts'
import { makeQueryCode } from '../src/sealing/query-code.ts'
import type { ReportBody } from '../src/sealing/report-fields.ts'
import { makeDek, makeReportId, sealReport } from '../src/sealing/seal.ts'
import { fingerprint, makeKeys } from '../src/sealing/suite.ts'
import { startSession } from '../src/staff/session.ts'
import { grants, memberships, people, teamKeys } from '../src/staff/tables.ts'
import { makeCode, makeOffice, makeRound } from './cast/bare-office.ts'
import { filed, now } from './filed.ts'
import { openTestHouse } from './house.ts'

const cast = { li: ['黎工', 'leader'], chen: ['陈静', 'liaison'], wu: ['吴桐', 'member'] } as const
type Name = keyof typeof cast

export const body: ReportBody = {
  kind: 'problem',
  unit: '',
  tile: 'B3',
  text: '去年的种粮补贴没有到账。问过两次，没有人说得清。',
  place: '二组',
  subject: '',
  court: false,
  afraid: false,
  callMe: false,
  forOther: false,
  language: 'zh',
  files: '',
}

export type TeamDesk = Awaited<ReturnType<typeof openTeamDesk>>

/** A team of three at its desk, whose keys and certificates are in order, and residents who write to it. */
export async function openTeamDesk(start?: string) {
  const { house, db, app, clock, complaints } = await openTestHouse(start)
  const office = await makeOffice(db)
  const ids = await makeRound(db)
  const [key, contactKey] = [await makeKeys(), await makeKeys()]
  const at = clock.now().toISOString()
  await db.insert(teamKeys).values({
    teamId: ids.teamId,
    epoch: 1,
    key: key.publicKey,
    contactKey: contactKey.publicKey,
    madeBy: 'li',
    madeAt: at,
    signature: random(64),
    recoveryKey: random(8),
    recoveryContactKey: random(8),
    certificate: 'signed',
  })
  const holder = `team:${ids.teamId}`
  for (const [id, [name, roles]] of Object.entries(cast)) {
    await db.insert(people).values({ id, name, username: id, state: 'active', invitedAt: at })
    await db.insert(memberships).values({ personId: id, team: ids.teamId, roles, certificate: 'signed' })
    const kinds = roles === 'leader' ? (['key', 'contact'] as const) : (['key'] as const)
    for (const kind of kinds) {
      const grant = { holder, epoch: 1, kind, personId: id, envelope: random(64), by: 'li' }
      const subject = `grant:${holder}:1:${kind}:${id}`
      await record(db, { subject, position: 1, at, who: 'li', move: 'grant' }, [
        db.insert(grants).values(grant),
      ])
    }
  }
  await makeCode(db, office, ids)
  const rootPrint = await fingerprint(office.root)
  const recipient = (publicKey: Bytes) => ({ rootPrint, holder, epoch: 1, key: publicKey })
  const pair = await importKeys(key)
  const moment = () => ({ now: clock.now(), calendar: clock.calendar })

  /** Who asks is in by a session of their own. */
  const seat = (who: Name) => {
    const ask = async (address: string, fields?: Record<string, string>) => {
      const headers = new Headers({ Host: 'localhost', Origin: 'http://localhost' })
      headers.set('Cookie', `__Host-session=${await startSession(db, who, clock.now())}`)
      const sent = fields && { method: 'POST', body: new URLSearchParams(fields) }
      const response = await app.request(`http://localhost${address}`, { headers, ...sent })
      return { status: response.status, to: response.headers.get('Location'), html: await response.text() }
    }
    return { get: (address: string) => ask(address), post: ask }
  }

  return {
    house,
    db,
    clock,
    complaints,
    ids,
    moment,
    pair,
    rootPrint,
    holder,
    desk: paths.desk(ids.teamId),
    li: seat('li'),
    chen: seat('chen'),
    wu: seat('wu'),
    /** The report as it is now. */
    now: (report: Report) => now(db, report.id, ids.teamId),
    /** A report as a resident's browser seals it. */
    async write(said: Partial<ReportBody> = {}, brought: Partial<NewReport> = {}): Promise<Report> {
      const id = makeReportId()
      const written = { ...body, unit: ids.unitId, ...said }
      const contact =
        brought.identityMode && brought.identityMode !== 'anonymous'
          ? { phone: '13900000000', name: '', bestTime: '', dialect: '', consent: true, helper: '' }
          : undefined
      const sealed = await sealReport({
        id,
        dek: makeDek(),
        code: makeQueryCode(),
        salt: random(16),
        body: written,
        contact,
        to: recipient(key.publicKey),
        contactTo: recipient(contactKey.publicKey),
      })
      const { afraid, callMe, forOther, tile } = written
      const kind = written.kind as NewReport['kind']
      const columns = { kind, tile, afraid, callMe, forOther, namesPerson: written.subject !== '' }
      const { dek, line, body: sealedBody, access } = sealed
      const parts = {
        dek,
        line,
        body: sealedBody,
        access,
        ...(sealed.contact && { contact: sealed.contact }),
      }
      return filed(db, moment(), {
        id,
        ...ids,
        ...columns,
        ...brought,
        sealed: Object.entries(parts).map(([part, envelope]) => ({
          part: part as NewReport['sealed'][number]['part'],
          envelope,
        })),
      })
    },
    /** The report as a member's browser has opened it. */
    async open(report: Report): Promise<OpenReport> {
      const [dek] = await listEnvelopes(db, [report.id], ['dek'])
      if (!dek) throw new Error('no key')
      return openReport(pair, { rootPrint, holder, epoch: 1 }, report.id, dek.envelope)
    },
  }
}
