import { sayDay, yearOf } from '../clock/day.ts'
import { fill, say } from '../i18n/speak.ts'
import { templates } from '../i18n/templates.ts'
import type { Desk } from '../queue/desk.ts'
import type { Report } from '../reports/consequences.ts'

type Name = Exclude<keyof typeof templates, 'label' | 'none'>

/**
 * What may be said at this stage. Of a report about conduct nobody may read whether it was passed on, fixed or found:
 * it has the two sentences that all of them have.
 */
function namesFor({ kind, state, promiseMoved }: Pick<Report, 'kind' | 'state' | 'promiseMoved'>): Name[] {
  if (state === 'concluded' && kind === 'conduct') return ['byTheRules']
  if (kind === 'conduct') return state === 'accepted' ? ['accepted', 'verifying'] : ['verifying']
  const here: Partial<Record<Report['state'], Name[]>> = {
    accepted: ['accepted'],
    verifying: ['verifying'],
    fixing: ['fixing'],
    referred: ['referred', ...(promiseMoved === 'extended' ? (['extended'] as const) : [])],
    reopened: ['reopened'],
    concluded: ['unconfirmed'],
  }
  return here[state] ?? []
}

/** Templates for the message field with this id. Without scripts there is nothing to seal with, so it stays hidden. */
export function Templates({ desk, report, into }: { desk: Desk; report: Report; into: string }) {
  const { lang, today } = desk
  const names = namesFor(report)
  if (names.length === 0) return null
  const date = report.promise ? sayDay(report.promise, lang, yearOf(today)) : '……'
  return (
    <p class="field" hidden>
      <label for="template">{say(lang, templates.label)}</label>
      <select id="template" data-template-for={into}>
        <option value="">{say(lang, templates.none)}</option>
        {names.map((name) => {
          const words = fill(templates[name][lang === 'zh' ? 0 : 1], { date })
          return <option value={words}>{words}</option>
        })}
      </select>
    </p>
  )
}
