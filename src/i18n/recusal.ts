import type { Phrase } from './speak.ts'

/** 回避: who stays away from a report. */
export const recusal = {
  title: ['回避', 'Recusal'],
  told: [
    '回避的人看不到这件，也不能承办、核实、审批。他承办的，交回分办。',
    'Whoever is recused does not see this report, nor owns, verifies or approves it. What they owned waits for an owner.',
  ],
  nobody: ['没有人回避。', 'Nobody is recused.'],
  who: ['回避的人', 'Who is recused'],
  whose: ['解除谁的回避', 'Whose recusal ends'],
  reason: ['理由', 'Reason'],
  set: ['设回避', 'Recuse'],
  end: ['解除回避', 'End the recusal'],
  byUnit: ['{name}（回避单位）', '{name} (by unit)'],

  // From a unit, for the office
  units: ['回避单位', 'Recused from'],
  unit: ['单位', 'Unit'],
  needsUnit: ['请选单位，不重复。', 'Choose a unit, each once.'],
  unitTold: [
    '这些单位和下级单位的件、函，他都看不到，新收的也一样。手上的交回分办。',
    'Nothing about these units and those below is there for them, now or later. What they had in hand waits for an owner.',
  ],
  stranded: [
    '{team}：有 {n} 件没有人能审批，要等换承办人，或再设一名能审批的人。',
    '{team}: nobody could approve {n} of its reports until an owner changes or one more approver is named.',
  ],
  strandedLater: [
    '{team}：这里新收的反映没有人能审批。',
    '{team}: nobody could approve reports about it that come later.',
  ],
  strandedHere: [
    '他回避了，这件就没有人能审批，要等换承办人，或再设一名能审批的人。',
    'Nobody could approve this one until its owner changes or one more approver is named.',
  ],
} as const

export const unitReasons = ['kin', 'interest', 'formerPost'] as const
export const recusalReasons = ['named', 'kin', 'interest', 'formerPost'] as const
export const endReasons = ['mistaken', 'over'] as const

export const recusalWords = {
  named: ['反映的就是他', 'The report is about them'],
  kin: ['和当事人是亲属', 'Related to those concerned'],
  interest: ['有利害关系', 'Has an interest in it'],
  formerPost: ['在这个单位任过职', 'Has worked in that unit'],
  mistaken: ['设错了', 'Set by mistake'],
  over: ['情形已经没有了', 'The reason has gone'],
} as const satisfies Record<(typeof recusalReasons)[number] | (typeof endReasons)[number], Phrase>
