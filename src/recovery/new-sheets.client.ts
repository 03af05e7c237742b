import type { Use } from '../i18n/recovery.ts'
import { keepersIn, sheetPapers } from '../office/sheet-papers.client.ts'
import { enhanceHiding } from '../queue/hide.client.ts'
import { sameBytes } from '../sealing/bytes.ts'
import { askServer } from '../staff/ask.client.ts'
import { isSomebodyElse } from '../staff/key-store.client.ts'
import { enhanceLock, lock } from '../staff/lock.client.ts'
import { NotHeld, officeRoot, ownOfficeKeys, WrongRoot } from '../staff/own-keys.client.ts'
import { enhancePrint } from '../staff/paper.client.ts'
import { reveal, say, scriptsReady, whenSent } from '../staff/saying.client.ts'
import { Offline } from '../ui/exchange.client.ts'
import { askBeforeLeaving } from '../ui/unsent.client.ts'
import { makeNewSheets } from './recovering.client.ts'
import { Foreign, openFromOwn, type Recovered } from './renewing.client.ts'
import {
  answer,
  finish,
  formOf,
  goTo,
  offered,
  officeName,
  revealGiven,
  ticked,
  whenOpened,
  whyIn,
} from './sheet-steps.client.ts'

// Six steps on one page, for an administrator who is signed in. What two sheets open lies in this window alone.

let office: Recovered | undefined
let made: (Awaited<ReturnType<typeof makeNewSheets>> & { why: string }) | undefined
const papers = sheetPapers({ rows: () => made, goTo })

/** The sheets and this person's own pin must lead to the same root, or the page is somebody else's. */
async function opened(by: Recovered) {
  try {
    if (!sameBytes(await officeRoot(), by.root)) throw new WrongRoot()
  } catch (error) {
    if (!(error instanceof WrongRoot)) throw error
    return reveal(document, '[data-wrong-root]')
  }
  office = by
  goTo('giving')
}

/** Two sheets are lost: what this person holds makes the new ones, and no team's key can be given. */
async function openAlone(of: HTMLFormElement) {
  try {
    office = await openFromOwn(await officeRoot(), await ownOfficeKeys(), offered())
  } catch (error) {
    if (error instanceof NotHeld) return say(of, 'notWhole')
    if (error instanceof WrongRoot || error instanceof Foreign) return reveal(document, '[data-wrong-root]')
    throw error
  }
  made = { ...(await makeNewSheets(office, offered(), [])), why: 'twoLost' satisfies Use }
  say(of, '')
  papers.show('', officeName())
}

async function make(of: HTMLFormElement) {
  if (!office) return
  made = { ...(await makeNewSheets(office, offered(), ticked(of, 'give'))), why: whyIn(of) }
  say(of, '')
  papers.show('', officeName())
}

/** Whoever has to sign in again does so in place: the new set is on paper already. */
async function post(body: unknown): Promise<Response> {
  if (isSomebodyElse()) await lock()
  const answered = await askServer(location.pathname, body)
  if (answered.status !== 401) return answered
  await lock()
  return post(body)
}

async function keep(of: HTMLFormElement) {
  if (!made) return
  answer('')
  const keepers = keepersIn(of)
  if (!keepers) return say(of, 'twice')
  const { posted, why, lost } = made
  const answered = await post({ ...posted, why, keepers }).catch((error: unknown) => {
    if (!(error instanceof Offline)) throw error
  })
  say(of, '')
  if (!answered) return answer('away')
  if (answered.status === 409) return answer('overtaken')
  if (!answered.ok) return answer('refused')
  office = undefined
  made = undefined
  revealGiven(posted.given)
  finish(lost)
}

enhanceLock()
enhanceHiding(document)
const [sheets, alone, giving, keepers] = ['sheets', 'alone', 'giving', 'keepers'].map(formOf)
if (scriptsReady() && sheets && alone && giving && keepers) {
  enhancePrint(document)
  papers.begin()
  whenOpened(sheets, opened)
  whenSent(alone, () => openAlone(alone))
  whenSent(giving, () => make(giving))
  whenSent(keepers, () => keep(keepers))
  askBeforeLeaving(() => office !== undefined)
}
