import { describe, expect, test } from 'vitest'
import { photographed } from './photographed.ts'
import { scannedIn } from './scanned.ts'

const token = '3C4KTK93PEEFPEJA'

test.each([
  [`https://sc.example.cn/C/${token}`, 'https://sc.example.cn'],
  [` HTTPS://SC.example.cn/c/${token.toLowerCase()}?lang=en `, 'https://sc.example.cn'],
  [`sc.example.cn/c/${token}`, 'https://sc.example.cn'],
  [`http://127.0.0.1:4571/c/${token}`, 'http://127.0.0.1:4571'],
  [`https://sc.example.cn.evil.example/c/${token}`, 'https://sc.example.cn.evil.example'],
  [`https://sc.example.cn@evil.example/c/${token}`, 'https://evil.example'],
  [`https://:80:80/c/${token}`, ''],
  [token, undefined],
])('%s leads to %s', (typed, origin) => {
  expect(scannedIn(typed)).toEqual({ token, origin })
})

test.each(['123450', '', 'https://sc.example.cn/p/123450', `https://sc.example.cn/c/${token}0`, '公告号'])(
  '%s is no scanned code',
  (typed) => {
    expect(scannedIn(typed)).toBeUndefined()
  },
)

describe('of a photographed code', () => {
  const origins = ['https://sc.example.cn', 'http://fanying.example.org:4571']
  const secret = '12345678901234567890'

  test.each([
    [`https://sc.example.cn/C/${token}`, `https://sc.example.cn/C/${token}`],
    [`HTTPS://SC.example.cn/c/${token}?lang=en#${secret}`, `https://sc.example.cn/c/${token}`],
    [`http://fanying.example.org:4571/C/${token}/`, `http://fanying.example.org:4571/C/${token}`],
  ])('%s is looked up as %s', (said, notice) => {
    expect(photographed(said, origins)).toEqual({ notice })
  })

  test.each([
    ['queryCode', `https://sc.example.cn/progress#${secret}`],
    ['queryCode', `https://sc.example.cn/progress?lang=en#${secret}`],
    ['foreign', `https://fake.example/progress#${secret}`],
    ['foreign', `https://fake.example/c/${token}`],
    ['foreign', `https://sc.example.cn.evil.example/c/${token}`],
    ['foreign', `https://sc.example.cn@evil.example/c/${token}`],
    ['foreign', `https://sc.example.cn/c/${token}0`],
    ['foreign', token],
    ['foreign', secret],
  ])('nothing is sent, which is %s: %s', (what, said) => {
    expect(photographed(said, origins)).toBe(what)
  })
})
