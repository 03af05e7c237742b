import { describe, expect, test } from 'vitest'
import { readSettings, SettingsMistake } from './settings.ts'

const mistakesIn = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env)
    return []
  } catch (mistake) {
    return mistake instanceof SettingsMistake ? mistake.mistakes : ['not a mistake']
  }
}

const store = {
  S3_URL: 'https://s3.example.org/mashang/',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret',
}

describe('where files are kept', () => {
  test('is a folder beside the data, until it is set', () => {
    expect(readSettings({})).toMatchObject({ blobDir: 'data/files', s3: undefined })
    expect(readSettings({ DATA_DIR: '/srv' }).blobDir).toBe('/srv/files')
    expect(readSettings({ DATA_DIR: '/srv', BLOB_DIR: '/big' }).blobDir).toBe('/big')
  })

  test('is a store that speaks S3 when its bucket and both halves of its key are set', () => {
    const bucket = { url: 'https://s3.example.org/mashang', accessKeyId: 'key', secretAccessKey: 'secret' }
    expect(readSettings(store).s3).toEqual({ ...bucket, region: 'auto' })
    expect(readSettings({ ...store, S3_REGION: 'cn-north-1' }).s3?.region).toBe('cn-north-1')
  })

  test.each([
    [{ S3_URL: store.S3_URL }, ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'], 'S3_URL'],
    [{ S3_REGION: 'x' }, ['S3_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'], 'S3_REGION'],
    [{ ...store, S3_SECRET_ACCESS_KEY: '' }, ['S3_SECRET_ACCESS_KEY'], 'S3_URL and S3_ACCESS_KEY_ID'],
  ])('is not half a store: %#', (env, missing, given) => {
    expect(mistakesIn(env as Record<string, string>)).toEqual(
      missing.map((name) => `${name} is missing, which ${given} need.`),
    )
  })

  test.each(['mashang', 'ftp://a/b', 'https://a/b?x', 'https://me@a/b'])(
    'is at no such address: %s',
    (url) => {
      expect(mistakesIn({ ...store, S3_URL: url })).toEqual([
        `S3_URL must be the address of a bucket, such as https://s3.example.org/bucket; it is "${url}".`,
      ])
    },
  )

  test('is one place, and no line tells the secret', () => {
    const mistakes = mistakesIn({ ...store, BLOB_DIR: '/big', S3_URL: 'x' }).join('\n')
    expect(mistakes).toContain('BLOB_DIR and S3_URL are both set: files are kept in one place.')
    expect(mistakes).not.toContain(store.S3_SECRET_ACCESS_KEY)
  })
})

describe('the hosts that are answered', () => {
  test('are those named, every one without names', () => {
    expect(readSettings({}).allowedHosts).toBeUndefined()
    expect(readSettings({ ALLOWED_HOSTS: ' , ' }).allowedHosts).toBeUndefined()
    expect(readSettings({ ALLOWED_HOSTS: 'a.example.org, b:8787' }).allowedHosts).toEqual([
      'a.example.org',
      'b:8787',
    ])
  })

  test.each(['https://a.example.org', 'a.example.org/x', 'a b', 'a:port'])(
    'are no such names: %s',
    (name) => {
      expect(mistakesIn({ ALLOWED_HOSTS: name })[0]).toMatch(/^ALLOWED_HOSTS must be names of hosts/)
    },
  )
})
