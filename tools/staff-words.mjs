// Says which texts only staff read: those that nothing imports but what stands behind the doors of staff.
import { relative } from 'node:path'

/** Whatever the server imports and is not named here is a resident's too: a door that is forgotten only costs room. */
const doors =
  /^src\/((categories|entering|escalation|fixes|giving|holidays|leaving|office|queue|recovery|recusal|referrals|rounds|staff|telling)\/([\w-]+-)?routes\.tsx|posters\/routes\.tsx|files\/team-routes\.tsx|staff\/guard\.ts|ui\/desk-fault\.tsx)$/

/** Notes who imports whom. */
export const noting = (imports) => ({
  name: 'noting',
  generateBundle() {
    for (const id of this.getModuleIds()) imports.set(id, this.getModuleInfo(id)?.importedIds ?? [])
  },
})

/** The files of words that are left out when one goes from the Worker's entry and through none of those doors. */
export function onlyForStaff(imports) {
  const reached = new Set()
  const ahead = [...imports.keys()].filter((id) => relative('.', id) === 'src/worker.ts')
  while (ahead.length > 0) {
    const id = ahead.pop()
    if (reached.has(id) || doors.test(relative('.', id))) continue
    reached.add(id)
    ahead.push(...(imports.get(id) ?? []))
  }
  return new Set([...imports.keys()].filter((id) => /\/src\/i18n\//.test(id) && !reached.has(id)))
}
