import type { House } from '../../src/http/house.ts'
import { findOffice, theOffice } from '../../src/office/store.ts'
import { findOfficeBox, listSuccessions } from '../../src/office/successions.ts'
import { paths } from '../../src/paths.ts'
import { type Bytes, fromBase64url } from '../../src/sealing/bytes.ts'
import { importKeys, importSigning, openGrant } from '../../src/sealing/open.ts'
import type { Opens } from '../../src/sealing/recipient.ts'
import { followRoots } from '../../src/sealing/succession.ts'
import { fingerprint } from '../../src/sealing/suite.ts'
import type { UserKeys } from '../../src/sealing/user-keys.ts'
import type { Ask } from '../../src/staff/ask.client.ts'
import { enter } from '../../src/staff/enter.client.ts'
import { namedEpoch, OFFICE, teamHolder } from '../../src/staff/roles.ts'
import { listOwnKeys } from '../../src/staff/store.ts'
import { type Door, type Seat, takeSeat } from './seat.ts'

/** A house somebody can walk into: what answers, and whose rows a test may look at. */
export interface Place {
  door: Door
  house: House
  origin: string
}

/** Somebody signed in, with their keys unlocked, as their browser has them. */
export interface AtDesk {
  seat: Seat
  id: string
  name: string
  keys: UserKeys
  pair: CryptoKeyPair
  signer: CryptoKey
  /** Signs in again after a session has ended, without stretching the password once more. */
  comeBack(): Promise<void>
}

export async function signIn(place: Place, username: string, password: string): Promise<AtDesk> {
  const seat = takeSeat(place.door, place.origin)
  const sent: unknown[] = []
  const listening: Ask = (address, body) => {
    if (address === paths.signIn) sent.push(body)
    return seat.ask(address, body)
  }
  const entered = await enter(listening, username, password)
  if (entered.outcome !== 'in') throw new Error(`${username} was not let in: ${entered.outcome}`)
  const { person, keys } = entered
  const [pair, signer] = await Promise.all([importKeys(keys.sealing), importSigning(keys.signing.privateKey)])
  const comeBack = async () => {
    const { status } = await seat.ask(paths.signIn, sent[0])
    if (status !== 200) throw new Error(`${username} was not let in again: ${status}`)
  }
  return { seat, id: person.id, name: person.name, keys, pair, signer, comeBack }
}

/** Where this person's pin leads, as their browser follows it. */
async function rootsOf({ house: { db } }: Place, person: AtDesk) {
  const links = (await listSuccessions(db)).map(({ root, forward, back }) => ({ from: root, forward, back }))
  return followRoots(person.keys.rootPrint, links, (await theOffice(db)).root)
}

/** Under what a key of theirs opens, as `ownName` has it. */
export async function nameOf(place: Place, person: AtDesk, holder: string, epoch = 1): Promise<Opens> {
  const { root, earlier } = (await rootsOf(place, person)) ?? { root: undefined, earlier: [] }
  const before = earlier.map(async (print, at) => {
    const box = holder === OFFICE ? await heldKey(place, person, OFFICE, at + 1, 'box') : undefined
    return { rootPrint: print, pair: box && (await importKeys(box)) }
  })
  const rootPrint = root ? await fingerprint(root) : person.keys.rootPrint
  return { rootPrint, holder, epoch: namedEpoch(holder, epoch), earlier: await Promise.all(before) }
}

/** The office root that this person's own bundle leads to. */
export async function rootOf(place: Place, person: AtDesk): Promise<Bytes> {
  const office = await findOffice(place.house.db)
  if (!office) throw new Error('there is no office yet')
  const roots = await rootsOf(place, person)
  if (!roots) throw new Error('the root is not one that this person is led to')
  return office.root
}

type Kind = 'key' | 'contact' | 'root' | 'box'

/** One of the keys this person holds, PKCS #8 and with its public half. */
export async function heldKey(place: Place, person: AtDesk, holder: string, epoch: number, kind: Kind) {
  const { keys } = await listOwnKeys(place.house.db, person.id, [holder])
  const key = keys.find((own) => own.holder === holder && own.epoch === epoch && own.kind === kind)
  if (!key) return undefined
  const roots = await rootsOf(place, person)
  const rootPrint = roots ? await fingerprint(roots.root) : person.keys.rootPrint
  const grant = {
    rootPrint,
    earlier: roots?.earlier.map((one) => ({ rootPrint: one })) ?? [],
    holder,
    epoch,
    kind,
  }
  const privateKey = await openGrant(person.pair, grant, person.id, fromBase64url(key.envelope))
  return { publicKey: fromBase64url(key.publicKey), privateKey }
}

export const officeBoxNow = ({ house }: Place) => findOfficeBox(house.db)

/** The office's boxes before the one in force. */
export async function officeBoxes(place: Place, person: AtDesk): Promise<Bytes[]> {
  const before = Array.from({ length: (await officeBoxNow(place)) - 1 }, (_, at) => at + 1)
  const held = await Promise.all(before.map((epoch) => heldKey(place, person, OFFICE, epoch, 'box')))
  return held.flatMap((key) => (key ? [key.privateKey] : []))
}

export const officeKey = async (place: Place, person: AtDesk, kind: 'root' | 'box') => {
  const key = await heldKey(place, person, OFFICE, await officeBoxNow(place), kind)
  if (!key) throw new Error(`${person.name} does not hold the office's ${kind}`)
  return key
}

export async function teamPair(
  place: Place,
  person: AtDesk,
  team: string,
  kind: 'key' | 'contact' = 'key',
  epoch = 1,
) {
  const key = await await (team === OFFICE
    ? heldKey(place, person, OFFICE, await officeBoxNow(place), 'box')
    : heldKey(place, person, teamHolder(team), epoch, kind))
  return key && importKeys(key)
}
