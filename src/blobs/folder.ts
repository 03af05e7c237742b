import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, statfs, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bytes } from '../sealing/bytes.ts'
import { SettingsMistake } from '../settings.ts'
import { type Blobs, BlobsDown } from './blobs.ts'

/** The time every object and every folder shows. What the file system notes for itself beside it nobody can set. */
const ALWAYS = new Date(0)

/** Files leave so much of the disk to words, for rows usually lie on the same one. Phones send what is left later. */
const RESERVE = 128 * 1024 * 1024

/** Objects as files, in sixteen folders by the first digit of their names. */
export async function openFolder(folder: string, reserve = RESERVE): Promise<Blobs> {
  const halves = join(folder, 'half')
  // What a crash left half written is no object, and nobody asks for it.
  try {
    await rm(halves, { recursive: true, force: true })
    for (const inside of ['half', ...'0123456789abcdef']) {
      await mkdir(join(folder, inside), { recursive: true, mode: 0o700 })
      await settled(join(folder, inside))
    }
    await settled(folder)
  } catch (cause) {
    const mistake = `BLOB_DIR must be a folder that can be written; it is "${folder}" (${codeOf(cause)}).`
    throw new SettingsMistake([mistake])
  }

  return {
    put: (name, bytes) =>
      told(async () => {
        await leaveRoom(folder, reserve + bytes.length)
        const half = join(halves, randomUUID())
        const shelf = shelfOf(folder, name)
        try {
          await writeWhole(half, bytes)
          await rename(half, join(shelf, name))
          await settled(shelf)
        } catch (fault) {
          await unlink(half).catch(() => {})
          throw fault
        } finally {
          await utimes(halves, ALWAYS, ALWAYS).catch(() => {})
        }
      }),
    get: (name) =>
      told(() => readFile(join(shelfOf(folder, name), name)).then(ownBytes, (fault) => unlessMissing(fault))),
    delete: (names) =>
      told(async () => {
        const shelves = new Set<string>()
        for (const name of names) {
          const shelf = shelfOf(folder, name)
          const isGone = await unlink(join(shelf, name)).then(() => true, unlessMissing)
          if (isGone) shelves.add(shelf)
        }
        for (const shelf of shelves) await settled(shelf)
      }),
  }
}

async function leaveRoom(folder: string, room: number) {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < room) throw new BlobsDown('the disk is nearly full', { isFull: true })
}

function shelfOf(folder: string, name: string): string {
  if (!/^[0-9a-f]{32}$/.test(name)) throw new RangeError('no object has such a name')
  return join(folder, name.slice(0, 1))
}

async function writeWhole(path: string, bytes: Bytes) {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.utimes(ALWAYS, ALWAYS)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What was put into a folder or taken out of it outlives a loss of power. */
async function settled(folder: string) {
  await utimes(folder, ALWAYS, ALWAYS)
  const opened = await open(folder)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

const ownBytes = (read: Uint8Array): Bytes => new Uint8Array(read)

function unlessMissing(fault: unknown): undefined {
  if (codeOf(fault) === 'ENOENT') return undefined
  throw fault
}

const codeOf = (fault: unknown) =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined

/** The disk's own faults become the store's; any other is our bug. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    const code = codeOf(fault)
    if (!code) throw fault
    throw new BlobsDown(code, { isFull: code === 'ENOSPC' || code === 'EDQUOT', cause: fault })
  }
}
