import { describe, expect, test } from 'vitest'
import { originOf } from './origin.ts'

describe('the address that is printed', () => {
  test.each([
    ['https://fy.example.cn', 'https://fy.example.cn'],
    [' https://fy.example.cn/ ', 'https://fy.example.cn'],
    ['HTTPS://FY.Example.CN', 'https://fy.example.cn'],
    ['https://fy.example.cn:443', 'https://fy.example.cn'],
    ['http://fy.example.cn:80/', 'http://fy.example.cn'],
    ['http://10.0.0.8:8787', 'http://10.0.0.8:8787'],
    ['https://反映.example.cn', 'https://xn--kor693b.example.cn'],
  ])('is the same however it was typed: %s', (typed, origin) => expect(originOf(typed)).toBe(origin))

  test.each([
    'fy.example.cn',
    'https://fy.example.cn/mashang',
    'https://fy.example.cn?lang=zh',
    'https://fy.example.cn#top',
    'https://zhou@fy.example.cn',
    'ftp://fy.example.cn',
    'javascript:alert(1)',
    '',
  ])('is nothing for what is no plain address: %s', (typed) => expect(originOf(typed)).toBeUndefined())
})
