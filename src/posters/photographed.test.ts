import { describe, expect, test } from 'vitest'
import { judgeCode } from './photographed.ts'

const token = '3C4KTK93PEEFPEJA'

describe('of a photographed code', () => {
  const origins = ['https://sc.example.cn', 'http://fanying.example.org:4571']
  const secret = '12345678901234567890'

  test.each([
    [`https://sc.example.cn/C/${token}`, `https://sc.example.cn/C/${token}`],
    [`HTTPS://SC.example.cn/c/${token}?lang=en#${secret}`, `https://sc.example.cn/c/${token}`],
    [`http://fanying.example.org:4571/C/${token}/`, `http://fanying.example.org:4571/C/${token}`],
  ])('%s is looked up as %s', (said, notice) => {
    expect(judgeCode(said, origins)).toEqual({ notice })
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
  ])('is %s, and nothing of it is sent: %s', (what, said) => {
    expect(judgeCode(said, origins)).toBe(what)
  })
})
