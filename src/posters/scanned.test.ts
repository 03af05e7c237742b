import { expect, test } from 'vitest'
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
