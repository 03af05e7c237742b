import { base64url } from '../../src/sealing/bytes.ts'
import { png } from '../../src/ui/png.ts'

/** Of everything that may be in a package one; what must be read stands in 【】. */
export const packedInFull = {
  enquiryNumber: '【261561】',
  unit: '【青塘村】',
  category: '【问题 · 修路修渠工程】',
  channel: '【扫码】',
  receivedOn: '【2026-11-08】',
  parts: [
    {
      part: 'body',
      at: null,
      says: {
        kind: 'problem',
        unit: 'unit-id',
        tile: 'B5',
        text: '【渠修了一半】',
        place: '【二组】',
        subject: '【某人】',
        court: true,
        afraid: false,
        language: 'zh',
        files: 'photo',
      },
    },
    { part: 'note', at: '2026-11-09T18:00:00Z', says: '【记一笔】' },
    { part: 'why', at: null, says: { damaged: true } },
    {
      part: 'result',
      at: null,
      says: {
        findings: '【属实】',
        asked: '【5】',
        discipline: 'integrity',
        fields: 'works,assets',
        level: '',
      },
    },
    {
      part: 'order',
      at: null,
      says: { matter: '【疏通】', responsible: '【村委会】', signer: '【主任】' },
    },
    { part: 'feedback', at: null, says: { done: '【通了】', proof: '【照片】', person: '【村干部】' } },
    { part: 'transcript', at: null, says: { language: '【涯话】', text: '【录音里说】' } },
    { part: 'draft', at: null, says: '【没有发出】' },
  ],
  messages: [
    { direction: 'toResident', on: '2026-11-09', says: '【哪一年修的】' },
    { direction: 'toTeam', on: '2026-11-10', says: '【前年】' },
    { direction: 'toTeam', on: '2026-11-11', says: { damaged: true } },
  ],
  letters: [
    {
      state: 'issued',
      addressee: '【水利局】',
      number: '【岚巡办函〔2026〕1号】',
      parts: [
        { part: 'letter', says: { summary: '【渠道不通】', demands: '【请核查】' } },
        {
          part: 'reply',
          says: { found: '【淤塞】', action: '【已疏通】', responsible: '【科长】', rule: '' },
        },
      ],
    },
    { state: 'draft', addressee: '【镇政府】', number: null, parts: { damaged: true } },
  ],
  contact: { phone: '【石桥头村三组 12 号】', name: '', consent: true },
  files: [
    { id: 'a', kind: 'photo', ending: 'png', bytes: base64url(png(8, 8, () => true)) },
    { id: 'b', kind: 'voice', ending: 'mp3', bytes: 'AAAA' },
    { damaged: true },
  ],
}
