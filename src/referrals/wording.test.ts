import { expect, it } from 'vitest'
import { wordingOf } from './wording.ts'

const facts = {
  lang: 'zh',
  issuer: '岚川市委巡察办',
  code: '岚巡办函',
  addressee: '岚川市农业农村局',
  place: '榕墟镇青塘村',
  matter: '惠农补贴',
  due: '2026-12-15',
  contact: { id: 'chen', name: '陈静', phone: '0700-5550121' },
} as const

it.each(['visits', 'residents'] as const)(
  'a referral from %s asks for all that it must, by its day',
  (source) => {
    const { due, quiet, contact, attachment, form } = wordingOf({ ...facts, source })
    for (const words of [
      '依规依纪依法调查核实',
      '属实的抓紧解决',
      '于2026年12月15日前书面反馈办理情况（包括核实情况、处理措施、佐证材料、责任人）',
      '不属于你单位职责的，请于收到后2个工作日内说明理由退回',
    ])
      expect(due).toContain(words)
    expect(quiet).toMatch(/不得.*追查.*不得.*泄露有关情况/)
    expect(contact).toContain('陈静')
    expect(attachment).toBe(`附件：${form}`)
  },
)
