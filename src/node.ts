import { openHouse } from './node/open-house.ts'
import { giveUp, onceStopped, say } from './node/operator.ts'
import { serveHouse } from './node/serving.ts'
import { findOffice } from './office/store.ts'
import { paths } from './paths.ts'
import { readSettings } from './settings.ts'

async function main() {
  const opened = await openHouse(readSettings(process.env))
  const { house, settle, close } = opened
  const serving = await serveHouse(opened)
  say(`码上 listens on ${serving.address}`)
  if (!(await findOffice(house.db))) {
    say(`First run. Set up the office at ${serving.address}${paths.setup}?secret=${house.setupSecret}`)
  }
  // Stopped, the database is one whole file: whoever copies it has everything.
  onceStopped(() => serving.close().then(settle).then(close))
}

main().catch(giveUp)
