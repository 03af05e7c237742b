import type { Context } from 'hono'
import { page } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { hereOf, readerOf } from '../http/reader.ts'
import { standings } from '../i18n/closed.ts'
import { frame } from '../i18n/frame.ts'
import { HOTLINE } from '../i18n/hotline.ts'
import { say } from '../i18n/speak.ts'
import { findOffice } from '../office/store.ts'
import { StatePage } from './state-page.tsx'

/** No such notice: nothing was ever printed with this code. The number on a paper that may be false helps nobody. */
export async function unknownCode(c: Context, { db, settings }: House): Promise<Response> {
  const reader = readerOf(c)
  const phone = (await findOffice(db))?.phone
  return page(
    c,
    <StatePage
      reader={reader}
      letterhead={say(reader.lang, frame.title)}
      here={hereOf(c)}
      phone={phone}
      call={phone}
      demo={settings.demo}
      sentences={[
        say(reader.lang, standings.unknown),
        say(reader.lang, standings.unknownCall, { phone: phone ?? HOTLINE }),
      ]}
      answer="refused"
    />,
    404,
  )
}
