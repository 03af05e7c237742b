import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp } from '../../src/app.tsx'
import { openHouse } from '../../src/node/open-house.ts'
import { giveUp, onceStopped, say } from '../../src/node/operator.ts'
import { serveHouse } from '../../src/node/serving.ts'
import { paths } from '../../src/paths.ts'
import { readSettings } from '../../src/settings.ts'
import { players } from './people.ts'
import { playRound } from './play.ts'
import { qrInTerminal } from './terminal.ts'

/** One of each state is among the first. */
const SHOWN = 3

/** An invented office on a throw-away database, played through the product's own code and then served. */
async function main() {
  // Not DATA_DIR: what an office keeps there must not be thrown away.
  const dataDir = process.env.DEMO_DIR ?? join('data', 'demo')
  await rm(dataDir, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  const settings = readSettings({
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: undefined,
    MASHANG_DEMO: '1',
  })
  const origin = settings.publicUrl ?? `http://${settings.host}:${settings.port}`
  const { house, settle, close } = await openHouse(settings)

  say('正在搭一个虚构的办公室，不到十秒…… · Setting up an invented office, under ten seconds…')
  const codes = await playRound(house.db, (clock) => {
    const played = { ...house, clock }
    const app = createApp(played, { grouped: true })
    return { house: played, origin, door: (address, request) => app.request(address, request) }
  })

  const staff = Object.values(players).map(({ roles, name, username, password }) => ({
    role: roles,
    name,
    username,
    password,
  }))
  await writeFile(join(dataDir, 'demo.json'), JSON.stringify({ origin, codes, staff }, null, 2))
  const serving = await serveHouse({ house, settle })
  onceStopped(() => serving.close().then(close))

  const [first] = codes
  say('演示数据，人物与地名均为虚构 · Demo data. All people and places are invented')
  say()
  say(qrInTerminal(origin, paths.code(first?.token ?? '')))
  for (const { unit, token, noticeNumber, state } of codes.slice(0, SHOWN))
    say(`${unit}  ${noticeNumber}  ${origin}${paths.code(token)}  ${state}`)
  say(`共 ${codes.length} 个码 · ${codes.length} codes  ${join(dataDir, 'demo.json')}`)
  say()
  say(`登录 · Sign in  ${origin}${paths.signIn}`)
  for (const { role, name, username, password } of staff) say(`${name}  ${role}  ${username}  ${password}`)
}

main().catch(giveUp)
