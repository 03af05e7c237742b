import { fromBase64url } from '../sealing/bytes.ts'
import { NotSent, onSubmit } from './desk-form.client.ts'
import { officeRoot, ownPublic, ownRawKey, rootSigner, signer } from './own-keys.client.ts'
import { teamHolder } from './roles.ts'
import { certifyTeam, grantTeamKeys, isSignedByLeader, makeTeamKeys } from './team-keys.client.ts'
import { Untrusted } from './trust.client.ts'

/** The page on which the office confirms a team's key shows its button only once the signature has been checked. */
export function enhanceTeamKeys(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-confirm-team]')
  if (form) void check(form)
}

async function check(form: HTMLFormElement) {
  const { leader, made } = madeIn(form)
  const good = await isSignedByLeader(await officeRoot(), leader, made)
  for (const note of form.querySelectorAll<HTMLElement>('[data-checking]')) note.hidden = true
  const shown = form.querySelector<HTMLElement>(good ? '[data-signed-well]' : '[data-why=untrusted]')
  if (shown) shown.hidden = false
}

function madeIn({ dataset }: HTMLFormElement) {
  const team = dataset.confirmTeam ?? ''
  const made = {
    team,
    round: dataset.round ?? '',
    epoch: Number(dataset.epoch),
    key: fromBase64url(dataset.key ?? ''),
    contactKey: fromBase64url(dataset.contactKey ?? ''),
    signature: fromBase64url(dataset.signature ?? ''),
  }
  const leader = { personId: dataset.leader ?? '', team, certificate: dataset.leaderCertificate ?? null }
  return { leader, made, days: { notBefore: dataset.notBefore ?? '', notAfter: dataset.notAfter ?? '' } }
}

onSubmit('form[data-confirm-team]', async (form, data) => {
  const { leader, made, days } = madeIn(form)
  const office = { root: await officeRoot(), rootKey: await rootSigner() }
  data.set('certificate', await certifyTeam(office, leader, made, days).catch(refuse))
})

onSubmit('form[data-make-keys]', async ({ dataset }, data) => {
  const leader = { ...(await ownPublic()), signer: await signer() }
  const name = { team: dataset.team ?? '', round: dataset.round ?? '', epoch: Number(dataset.epoch) }
  const colleagues = JSON.parse(dataset.colleagues ?? '[]') as Parameters<typeof makeTeamKeys>[4]
  const office = dataset.officeCertificate ?? ''
  const made = await makeTeamKeys(await officeRoot(), office, leader, name, colleagues).catch(refuse)
  for (const [field, value] of Object.entries(made)) data.set(field, value)
})

onSubmit('form[data-hand-over]', async ({ dataset }, data) => {
  const { team = '', personId = '', certificate = null } = dataset
  const epoch = Number(dataset.epoch)
  const raw = async (kind: 'key' | 'contact') =>
    dataset.handOver?.split(' ').includes(kind) ? ownRawKey(teamHolder(team), epoch, kind) : undefined
  const keys = { key: await raw('key'), contact: await raw('contact') }
  const sealed = await grantTeamKeys(await officeRoot(), epoch, { personId, team, certificate }, keys).catch(
    refuse,
  )
  for (const [field, value] of Object.entries(sealed)) data.set(field, value)
})

function refuse(error: unknown): never {
  if (error instanceof Untrusted) throw new NotSent('untrusted')
  throw error
}
