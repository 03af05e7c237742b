import { front } from './node/front.ts'
import { type Listening, listen } from './node/listening.ts'
import { openHouse } from './node/open-house.ts'
import { giveUp, onceStopped, say } from './node/operator.ts'
import { findOffice } from './office/store.ts'
import { paths } from './paths.ts'
import { recoveryApp } from './recovery/recovery-routes.tsx'
import { base64url, random } from './sealing/bytes.ts'
import { readSettings } from './settings.ts'

// For whoever stands at the machine with a backup and two recovery sheets: one page, once, on this machine alone.

/** Whatever HOST says: the page is for who sits here. */
const LOOPBACK = '127.0.0.1'

async function main() {
  const settings = readSettings(process.env)
  const { house, settle, close } = await openHouse(settings)
  if (!(await findOffice(house.db))) {
    close()
    throw new Error(
      `No office in ${settings.databaseUrl}: put the backup there, or set DATA_DIR to its folder.`,
    )
  }
  const secret = base64url(random(16))
  let listening: Listening | undefined
  const end = async () => {
    await listening?.close()
    await settle()
    close()
  }
  const done = () => {
    say('找回了：请运行 npm start。 · Recovered: now run npm start.')
    void end()
  }
  const app = recoveryApp(house, { secret, front, done })
  listening = await listen(app, { host: LOOPBACK, port: settings.port })
  const address = `${listening.address}${paths.recover}?secret=${secret}`
  say(`码上：找回办公室，只在本机，只能用一次 · Recover the office, on this machine and once: ${address}`)
  onceStopped(end)
}

main().catch(giveUp)
