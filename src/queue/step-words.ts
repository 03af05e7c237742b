import { moveWords } from '../i18n/moves.ts'
import { reportWords } from '../i18n/report.ts'
import { fill, type Lang, type Phrase, say, textOf } from '../i18n/speak.ts'
import { stepWords } from '../i18n/steps.ts'
import type { ReportView, Step } from './report-view.ts'

const words: Readonly<Record<string, Phrase>> = { ...moveWords, ...stepWords }

/** What a step was: 受理, or 报审批：答复. Without a query code nobody was told what time alone did. */
export function stepName(lang: Lang, { move, who, why }: Step, neverHadCode: boolean): string {
  const word = (code = '') => words[code] && textOf(lang, words[code])
  if (move === 'answered' && !who && why === 'rule') return say(lang, stepWords['answered by rule'])
  if (move === 'late' && neverHadCode) return say(lang, stepWords['late untold'])
  const [how, of] = move.split(' ')
  const whole = word(move)
  return whole ?? fill(word(how) ?? move, { move: word(of) ?? '' })
}

const residents = ['file', 'answered', 'supplement', 'rate']

/** Who took a step: somebody of the team by name, the resident, or the machine. */
export function actorName(lang: Lang, { move, who, why }: Step, names: ReportView['names']): string {
  if (who) return names.get(who) ?? who
  const isResident = residents.includes(move) ? why !== 'rule' : why === 'asked'
  return say(lang, isResident ? reportWords.resident : reportWords.machine)
}
