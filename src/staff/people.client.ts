import { fromBase64url } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { Unopened } from '../sealing/open.ts'
import { certifyAgain, certifyPerson, Mismatch } from './certify.client.ts'
import { NotSent, onSubmit } from './desk-form.client.ts'
import { type Administrator, makeInvitation, openInvitation, type Place } from './invitation.client.ts'
import { officeRoot, ownOfficeKeys, ownSealing, rootSigner } from './own-keys.client.ts'
import { drawQr, enhancePrint } from './paper.client.ts'
import { rolesAt, teamRoles, writeRoles } from './roles.ts'
import { Untrusted } from './trust.client.ts'

/** The people page, the form of a new person, and the activation sheet, whose code is opened here. */
export function enhancePeople(root: ParentNode): void {
  enhancePrint(root)
  const sheet = root.querySelector<HTMLElement>('[data-activation]')
  if (sheet?.dataset.envelope) void fillSheet(root, sheet, sheet.dataset.envelope)
}

async function fillSheet(root: ParentNode, sheet: HTMLElement, envelope: string) {
  const { activation: id = '', address: certificate = '', path = '', label = '' } = sheet.dataset
  try {
    const root = await officeRoot()
    const { secret } = await openInvitation(root, await ownSealing(), id, fromBase64url(envelope))
    const code = id + secret
    // Where the sheet leads is what the root signed: its secret must not be carried to a stranger's address.
    const signed = await readCertificate('address', root, certificate)
    if (!signed) throw new Unopened('key')
    const address = signed.origin + path
    sheet.querySelectorAll('[data-groups] b').forEach((square, at) => {
      square.textContent = code[at] ?? ''
    })
    for (const line of sheet.querySelectorAll('[data-address-line]')) line.textContent = address
    const place = sheet.querySelector('[data-qr]')
    if (place) drawQr(place, `${address}#${code}`, label)
  } catch (error) {
    const sentence = root.querySelector<HTMLElement>('[data-unopened]')
    if (sentence) sentence.hidden = false
    if (!(error instanceof Unopened)) throw error
  }
}

onSubmit('form[data-invite]', async (form, data) => {
  const listed = document.querySelector<HTMLElement>('[data-administrators]')?.dataset.administrators ?? '[]'
  const administrators = JSON.parse(listed) as Administrator[]
  const { posted } = await makeInvitation(await officeRoot(), administrators, placeIn(form, data)).catch(
    refuse,
  )
  for (const [name, value] of Object.entries(posted)) data.set(name, value)
})

/** Who is invited and to what: as chosen in the form, or for another sheet as the page shows it. */
function placeIn({ dataset }: HTMLFormElement, data: FormData): Place {
  const { name, roles, team } = dataset
  if (name !== undefined && roles !== undefined && team !== undefined) return { name, roles, team }
  return { name: String(data.get('name')).trim(), ...chosenIn(data) }
}

function chosenIn(data: FormData) {
  const team = String(data.get('team'))
  const ticked = teamRoles.filter((role) => data.get(role) === 'on')
  return { team, roles: writeRoles(rolesAt(team, ticked)) }
}

onSubmit('form[data-certify]', async (form, data) => {
  const shown = (name: string) => form.dataset[name] ?? ''
  const [root, rootKey, pair] = [await officeRoot(), await rootSigner(), await ownSealing()]
  const person = {
    id: shown('personId'),
    name: shown('name'),
    roles: shown('roles'),
    team: shown('team'),
    sealingKey: fromBase64url(shown('sealingKey')),
    signingKey: fromBase64url(shown('signingKey')),
  }
  const answer = {
    invitation: shown('invitation'),
    envelope: fromBase64url(shown('envelope')),
    personProof: fromBase64url(shown('personProof')),
  }
  const certified = await certifyPerson(
    { root, rootKey, pair, officeKeys: ownOfficeKeys },
    person,
    answer,
  ).catch(refuse)
  for (const [name, value] of Object.entries(certified)) data.set(name, value)
})

onSubmit('form[data-roles-of]', async ({ dataset }, data) => {
  const { rolesOf: personId = '', known: certificate = null } = dataset
  const by = { root: await officeRoot(), rootKey: await rootSigner() }
  const signed = await certifyAgain(by, { personId, certificate }, chosenIn(data)).catch(refuse)
  data.set('certificate', signed)
})

/** What the page has a sentence for. */
function refuse(error: unknown): never {
  if (error instanceof Mismatch) throw new NotSent('mismatch')
  if (error instanceof Unopened) throw new NotSent('unopened')
  if (error instanceof Untrusted) throw new NotSent('untrusted')
  throw error
}
