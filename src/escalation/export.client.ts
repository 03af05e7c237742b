import { fetchPiece } from '../evidence/fetch-piece.client.ts'
import { openAttachment, Unreachable } from '../evidence/open-attachment.client.ts'
import { reportOfPage } from '../queue/report-key.client.ts'
import { KeyMissing, teamKey } from '../queue/team-key.client.ts'
import { letterKey } from '../referrals/letter-key.client.ts'
import { hex, sha256, utf8 } from '../sealing/bytes.ts'
import { openContact, Unopened } from '../sealing/open.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { download } from '../ui/download.client.ts'
import type { Carried, CarriedLetter } from './carried.ts'
import { type Openers, packReport } from './package.client.ts'
import { selfOpening } from './self-opening.client.ts'

const LEAST = 12

/**
 * Seals the whole report to the passphrase and saves the file; only its fingerprint is sent. The file is on the disk
 * before the export is on record: nothing is ever erased that did not leave.
 */
onSubmit('form[data-package]', async (form, data) => {
  const [passphrase = '', again = ''] = [...form.querySelectorAll<HTMLInputElement>('[data-passphrase]')].map(
    ({ value }) => value.trim(),
  )
  if ([...passphrase].length < LEAST) throw new NotSent('short')
  if (passphrase !== again) throw new NotSent('differs')
  const carried = JSON.parse(form.dataset.package ?? '') as Carried
  const {
    id = '',
    holder = '',
    epoch = '',
    ref = '',
  } = document.getElementById('sealed-report')?.dataset ?? {}
  const report = await reportOfPage().catch(unheld('held'))
  const openers: Openers = {
    file: ({ pieces, ...sought }) => openAttachment(report, sought, (part) => fetchPiece(pieces + part)),
    letterKey: ({ subject, holder, epoch, key }: CarriedLetter) => letterKey({ subject, holder, epoch, key }),
    contact: async (envelope) => {
      const { pair, name } = await teamKey(holder, Number(epoch), 'contact').catch(unheld('needsContact'))
      return openContact(pair, name, id, envelope).catch((error: unknown) => {
        if (error instanceof Unopened) return { damaged: true }
        throw error
      })
    },
  }
  const packed = await packReport(report, carried, passphrase, openers).catch(unheld('held'))
  const file = await selfOpening(packed, document.documentElement.lang, form.dataset.words ?? '')
  download(file, 'text/html', `${ref}.html`)
  const print = await sha256(utf8(file))
  data.set('sha256', hex(print))
})

function unheld(why: string) {
  return (error: unknown): never => {
    if (error instanceof Unreachable) throw new NotSent('unreachable')
    throw error instanceof KeyMissing || error instanceof Unopened ? new NotSent(why) : error
  }
}
