import type { Db } from '../../src/db/db.ts'
import { changesManyReports } from './many-reports.ts'
import { keepsRows } from './rows.ts'
import { keepsSteps } from './steps.ts'

/** What the product expects of every storage it runs on. The tests share a database: each has its own subject. */
export function keepsTheContract(open: () => Promise<Db>) {
  let opened: Promise<Db> | undefined
  const once = () => {
    opened ??= open()
    return opened
  }
  keepsRows(once)
  keepsSteps(once)
  changesManyReports(once)
}
