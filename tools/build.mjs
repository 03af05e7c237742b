// Builds the browser's scripts and the style sheet under fingerprinted names, then bundles the servers.
// `--watch` builds again after every change and restarts the server. Entries may be named to build only those servers.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { basename } from 'node:path'
import { buildForBrowsers, offline } from './browsers.mjs'
import { buildServers, servers } from './servers.mjs'
import { traditionalTexts } from './traditional.mjs'

function report(sizes) {
  for (const [file, ...bytes] of sizes) {
    const [whole, small, smaller] = bytes.map((size) => `${(size / 1024).toFixed(1)} KiB`.padStart(10))
    console.log(`${file.padEnd(36)}${whole}${small} gz${smaller} br`)
  }
}

/** Everything that can be built is, even when something else cannot. Whether nothing was left out comes back. */
async function buildAll(wanted) {
  const faults = []
  const tell = (fault) => {
    faults.push(fault)
  }
  const [{ laid }, texts] = await Promise.all([buildForBrowsers(tell), traditionalTexts()])
  // Servers are built with the list of the files, and need not wait until each is packed.
  const [sizes] = await Promise.all([laid, buildServers(wanted, texts, tell)])
  report(sizes)
  for (const fault of faults) console.error(`Not built: ${fault}.`)
  return faults.length === 0
}

function watchAndServe() {
  let server
  let timer
  const again = async () => {
    if (!(await buildAll(['src/node.ts']))) return
    if (server?.kill()) await once(server, 'exit')
    server = spawn(process.execPath, ['--enable-source-maps', 'dist/node.mjs'], { stdio: 'inherit' })
  }
  let turn = again()
  const soon = (_event, file) => {
    if (file?.startsWith('built') || file === basename(offline.outfile)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      turn = turn.then(again)
    }, 100)
  }
  for (const folder of ['src', 'public', 'migrations']) watch(folder, { recursive: true }, soon)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server?.kill()
      process.exit()
    })
  }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((entry) => entry !== '--watch' && !servers[entry])
if (unknown.length > 0) {
  console.error(
    `Cannot build ${unknown.join(', ')}. Servers: ${Object.keys(servers).join(', ')}; or --watch.`,
  )
  process.exitCode = 1
} else if (asked.includes('--watch')) {
  watchAndServe()
} else {
  const whole = await buildAll(asked.length > 0 ? asked : Object.keys(servers))
  if (!whole) process.exitCode = 1
}
