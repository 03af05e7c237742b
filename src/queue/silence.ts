import { dayOfStep, daysBetween } from '../clock/day.ts'
import { limits } from '../clock/limits.ts'
import type { listSteps } from '../log/record.ts'

type Step = Pick<Awaited<ReturnType<typeof listSteps>>[number], 'at' | 'move' | 'who' | 'why'>

/**
 * The resident was asked, had ten days and wrote nothing: the only ground to say that there is too little to go on.
 * A question with fewer days, or one that something was written after, is none.
 */
export function wasSilent(steps: readonly Step[]): boolean {
  const asked = steps.findLastIndex(({ move }) => move === 'ask')
  const question = steps[asked]
  const since = steps.slice(asked + 1)
  const givenUp = since.find(({ move, who, why }) => move === 'answered' && !who && why === 'rule')
  const wrote = since.some(
    (step) => step.move === 'supplement' || (step.move === 'answered' && step !== givenUp),
  )
  return (
    question !== undefined &&
    givenUp !== undefined &&
    !wrote &&
    daysBetween(dayOfStep(question.at), dayOfStep(givenUp.at)) >= limits.reply.days
  )
}
