import type { Context } from 'hono'
import type { House } from '../http/house.ts'
import { officeSaid } from '../i18n/office.ts'
import { type Lang, saidBy, textOf } from '../i18n/speak.ts'
import { countForOffice } from '../referrals/store.ts'
import { countBehindOffice } from '../staff/behind.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { deskReader } from '../staff/language.ts'
import { officeLeavers } from '../staff/office-lock.ts'
import { listAdministrators, listNewcomers } from '../staff/store.ts'
import type { OfficeFrame } from '../ui/office-page.tsx'
import { theOffice } from './store.ts'

/** What the office's pages carry, for the person who asks. Behind the guard `inOffice`. */
export async function officeFrame(c: Context<DeskEnv>, house: House): Promise<OfficeFrame> {
  const office = await theOffice(house.db)
  const administrators = await listAdministrators(house.db)
  const reader = deskReader(c)
  return {
    reader,
    letterhead: office.shortName,
    name: c.get('staff').name,
    demo: house.settings.demo,
    alone: administrators.length < 2,
    newcomer: administrators.length < 2 ? (await listNewcomers(house.db))[0]?.name : undefined,
    lockDue: (await officeLeavers(house.db)).length > 0,
    behind: (await countBehindOffice(house.db, c.get('staff').id)) > 0,
    letters: await countForOffice(house.db, c.get('staff').id),
    said: sentenceOf(reader.lang, c.req.query('said')),
  }
}

function sentenceOf(lang: Lang, said: string | undefined): string | undefined {
  const known = saidBy(officeSaid, said)
  return known && textOf(lang, known)
}
