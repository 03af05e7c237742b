/** Whether the last referral has had its one extension, by the report's own steps. */
export function wasExtended(steps: readonly { move: string }[]): boolean {
  const last = (move: string) => steps.findLastIndex((step) => step.move === move)
  return last('extend') > last('refer')
}
