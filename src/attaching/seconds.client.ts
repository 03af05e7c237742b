/** Milliseconds for a browser to find out: a recording that it cannot play may keep it waiting for ever. */
const PATIENCE = 2000

/** How many seconds a recording lasts; undefined where this browser cannot tell. */
export async function secondsOf(sound: Blob): Promise<number | undefined> {
  const player = new Audio()
  const address = URL.createObjectURL(sound)
  const told = new Promise<number | undefined>((done) => {
    player.ondurationchange = () => {
      if (Number.isFinite(player.duration)) done(player.duration)
      // What a page recorded does not say it in front: it is known once its end is reached.
      else if (player.duration) player.currentTime = Number.MAX_SAFE_INTEGER
    }
    player.onerror = () => done(undefined)
    setTimeout(() => done(undefined), PATIENCE)
  })
  player.preload = 'metadata'
  player.src = address
  try {
    return await told
  } finally {
    player.removeAttribute('src')
    player.load()
    URL.revokeObjectURL(address)
  }
}
