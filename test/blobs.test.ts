import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { BlobsDown, blobName } from '../src/blobs/blobs.ts'
import { openFolder } from '../src/blobs/folder.ts'
import { s3Blobs } from '../src/blobs/s3.ts'
import { random } from '../src/sealing/bytes.ts'
import { SettingsMistake } from '../src/settings.ts'
import { keepsBlobs } from './contract/blobs.ts'
import { type S3, startS3 } from './s3.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-blobs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('files in a folder', () => {
  keepsBlobs(() => openFolder(join(folder, 'contract')))

  const pathsIn = (where: string) =>
    readdirSync(where, { recursive: true, withFileTypes: true }).map((entry) =>
      join(entry.parentPath, entry.name),
    )

  test('tell by no name and no time what they are or when they came, and are for nobody else to read', async () => {
    const where = join(folder, 'times')
    const blobs = await openFolder(where)
    const names = [0, 1, 2].map((at) => blobName('a secret', at))
    for (const name of names) await blobs.put(name, random(10))
    await blobs.delete(names.slice(2))
    const found = pathsIn(where)
    expect(found.filter((path) => statSync(path).isDirectory())).toHaveLength(17)
    expect(found.filter((path) => statSync(path).isFile())).toHaveLength(2)
    for (const path of found) {
      const { mtimeMs, mode } = statSync(path)
      expect([path, mtimeMs, mode & 0o077]).toEqual([path, 0, 0])
      expect(path.slice(where.length)).toMatch(/^\/(half|[0-9a-f](\/[0-9a-f]{32})?)$/)
    }
  })

  test('leave nothing half written, and what a crash left is gone at the next start', async () => {
    const where = join(folder, 'halves')
    await (await openFolder(where)).put(blobName('x', 0), random(10))
    expect(readdirSync(join(where, 'half'))).toEqual([])
    writeFileSync(join(where, 'half', 'left-over'), 'half a photo')
    const again = await openFolder(where)
    expect(readdirSync(join(where, 'half'))).toEqual([])
    expect(await again.get(blobName('x', 0))).toHaveLength(10)
  })

  test('have no name that leads out of the folder', async () => {
    const blobs = await openFolder(join(folder, 'names'))
    for (const name of ['../../etc/passwd', 'ab', '', 'A'.repeat(32), `${'a'.repeat(32)}/x`]) {
      await expect(blobs.put(name, random(1)), name).rejects.toThrow(RangeError)
      await expect(blobs.get(name), name).rejects.toThrow(RangeError)
      await expect(blobs.delete([name]), name).rejects.toThrow(RangeError)
    }
  })

  test('of a folder that is none, or that may not be written, are a mistake in the settings', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const opened = openFolder(join(file, 'files'))
    await expect(opened).rejects.toThrow(SettingsMistake)
    await expect(opened).rejects.toThrow(
      /^BLOB_DIR must be a folder that can be written; it is ".*" \(ENOTDIR\)\.$/,
    )
  })

  test('take no more of a disk than leaves room for words, and give what they have', async () => {
    const where = join(folder, 'nearly-full')
    const name = blobName('z', 0)
    await (await openFolder(where)).put(name, random(10))
    const blobs = await openFolder(where, Number.MAX_SAFE_INTEGER)
    const refused = blobs.put(blobName('z', 1), random(10))
    await expect(refused).rejects.toMatchObject({ name: 'BlobsDown', isFull: true })
    expect(await blobs.get(name)).toHaveLength(10)
    expect(readdirSync(join(where, 'half'))).toEqual([])
    await blobs.delete([name])
    expect(await blobs.get(name)).toBeUndefined()
  })

  test('that cannot be written say that the store is down, and leave nothing', async () => {
    const where = join(folder, 'spoiled')
    const blobs = await openFolder(where)
    const name = blobName('y', 0)
    // A file stands where the folder of this name belongs.
    rmSync(join(where, name.slice(0, 1)), { recursive: true })
    writeFileSync(join(where, name.slice(0, 1)), '')
    await expect(blobs.put(name, random(10))).rejects.toThrow(BlobsDown)
    expect(readdirSync(join(where, 'half'))).toEqual([])
    rmSync(join(where, name.slice(0, 1)))
    mkdirSync(join(where, name.slice(0, 1)))
    await blobs.put(name, random(10))
    expect(await blobs.get(name)).toHaveLength(10)
  })

  test('on a disk that fills up while it is written say so, and leave nothing', async () => {
    const where = join(folder, 'full')
    const blobs = await openFolder(where)
    const handle = await open(join(folder, 'any'), 'w')
    const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync')
    await handle.close()
    const name = blobName('z', 0)
    sync.mockRejectedValueOnce(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
    await expect(blobs.put(name, random(10))).rejects.toMatchObject({ name: 'BlobsDown', isFull: true })
    sync.mockRestore()
    expect(await blobs.get(name)).toBeUndefined()
    expect(readdirSync(join(where, 'half'))).toEqual([])
  })
})

describe('files in a store that speaks S3', () => {
  let s3: S3
  beforeAll(async () => {
    s3 = await startS3()
  })
  afterAll(() => s3.close())

  keepsBlobs(() => s3Blobs(s3.settings))

  test.each([
    ['another secret', { secretAccessKey: 'guessed' }],
    ['another key', { accessKeyId: 'AKIDOTHER' }],
    ['another region', { region: 'elsewhere' }],
  ])('are for nobody with %s', async (_, wrong) => {
    const name = blobName('mine', 0)
    await s3Blobs(s3.settings).put(name, random(10))
    const stranger = s3Blobs({ ...s3.settings, ...wrong })
    await expect(stranger.get(name)).rejects.toThrow('S3 answered 403')
    await expect(stranger.put(name, random(10))).rejects.toThrow(BlobsDown)
    await expect(stranger.delete([name])).rejects.toThrow(BlobsDown)
    expect(s3.objects.get(name)).toHaveLength(10)
  })

  test.each([
    ['down', false],
    ['refusing', false],
    ['cut off', false],
    ['without its bucket', false],
    ['full', true],
  ] as const)(
    'are not kept by a store that is %s, which says so once, and are when it is well',
    async (mood, isFull) => {
      const [blobs, name] = [s3Blobs(s3.settings), blobName(mood, 0)]
      s3.be(mood)
      await expect(blobs.put(name, random(10))).rejects.toMatchObject({ name: 'BlobsDown', isFull })
      await expect(blobs.get(name)).rejects.toThrow(BlobsDown)
      await expect(blobs.delete([name])).rejects.toThrow(BlobsDown)
      s3.be('well')
      expect(await blobs.get(name)).toBeUndefined()
      await blobs.put(name, random(10))
      expect(await blobs.get(name)).toHaveLength(10)
    },
  )

  test('are not kept in a bucket that is not there, nor by a store that does not listen', async () => {
    const elsewhere = s3Blobs({ ...s3.settings, url: s3.settings.url.replace('mashang', 'nowhere') })
    await expect(elsewhere.put(blobName('w', 0), random(10))).rejects.toThrow('S3 has no such bucket')
    const silent = s3Blobs({ ...s3.settings, url: 'http://127.0.0.1:9/mashang' })
    await expect(silent.put(blobName('w', 0), random(10))).rejects.toThrow('S3 does not answer')
  })
})
