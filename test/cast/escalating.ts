import type { Carried } from '../../src/escalation/carried.ts'
import { packReport } from '../../src/escalation/package.client.ts'
import { openAttachment } from '../../src/evidence/open-attachment.client.ts'
import { paths } from '../../src/paths.ts'
import { fromBase64url, hex, sha256, utf8 } from '../../src/sealing/bytes.ts'
import { openContact, openLetterKey } from '../../src/sealing/open.ts'
import { fingerprint } from '../../src/sealing/suite.ts'
import { teamHolder } from '../../src/staff/roles.ts'
import { type AtDesk, type Place, rootOf, teamPair } from './at-desk.ts'
import { fetchFrom } from './sending.ts'
import { move, takeUp } from './working.ts'

// What goes up, sealed, as the people of the cast do it at their desks.

export const proposeEscalation = (place: Place, by: AtDesk, number: string) =>
  move(place, by, number, 'escalate', () => ({ ground: 'higherLevel', recipient: 'superiorOffice' }))

/** Opens the report for export and packs it, as the leader's browser does. The export is not on record yet. */
export async function pack(
  place: Place,
  leader: AtDesk,
  number: string,
  passphrase: string,
): Promise<string> {
  const { report, opened } = await takeUp(place, leader, number)
  const { id, teamId, epoch, steps } = report
  const answer = await leader.seat.post(paths.escalationPackage(teamId, id), { steps: String(steps) })
  const carried = carriedIn(await answer.text())
  const [key, contact] = await Promise.all([
    teamPair(place, leader, teamId, 'key', epoch),
    teamPair(place, leader, teamId, 'contact', epoch),
  ])
  if (!key || !contact) throw new Error(`${leader.name} lacks a key`)
  const name = {
    rootPrint: await fingerprint(await rootOf(place, leader)),
    holder: teamHolder(teamId),
    epoch,
  }
  return packReport(opened, carried, passphrase, {
    contact: (envelope) => openContact(contact, name, id, envelope),
    file: (file) => openAttachment(opened, file, fetchFrom(leader, file.pieces)),
    letterKey: (letter) => openLetterKey(key, name, letter.subject, fromBase64url(letter.key)),
  })
}

function carriedIn(html: string): Carried {
  const written = html.match(/data-package="([^"]*)"/)?.[1]
  if (!written) throw new Error('nothing to pack')
  return JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Carried
}

export async function exported(
  place: Place,
  leader: AtDesk,
  number: string,
  file: string,
  files = 0,
): Promise<string> {
  const { report } = await takeUp(place, leader, number)
  const print = hex(await sha256(utf8(file)))
  const fields = { steps: String(report.steps), files: String(files), sha256: print }
  return leader.seat.send(paths.escalationExported(report.teamId, report.id), fields)
}

export async function enterReceipt(place: Place, by: AtDesk, number: string, receipt: string) {
  const { report } = await takeUp(place, by, number)
  const fields = { steps: String(report.steps), receipt }
  return by.seat.post(paths.escalationReceipt(report.teamId, report.id), fields)
}

/** Opens the file with nothing but what it says of itself. */
export async function openFile(file: string, passphrase: string): Promise<Record<string, unknown>> {
  const { key, cipher, sealed } = JSON.parse(file) as {
    key: { rounds: number; salt: string }
    cipher: { iv: string }
    sealed: string
  }
  const secret = await crypto.subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveKey'])
  const aes = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64url(key.salt), iterations: key.rounds },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
  const how = { name: 'AES-GCM', iv: fromBase64url(cipher.iv) }
  const plain = await crypto.subtle.decrypt(how, aes, fromBase64url(sealed))
  return JSON.parse(new TextDecoder().decode(plain)) as Record<string, unknown>
}
