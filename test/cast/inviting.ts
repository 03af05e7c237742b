import { findByUsername } from '../../src/staff/store.ts'
import { openFounded } from './founded.ts'
import { makeRound } from './rounds.ts'
import { takeSeat } from './seat.ts'

export async function openOffice() {
  const opened = await openFounded('2026-11-20T09:00:00+08:00')
  const person = async (username: string) => {
    const found = await findByUsername(opened.db, username)
    if (!found) throw new Error(`no ${username}`)
    return found
  }
  return { ...opened, person, ask: takeSeat(opened.place.door).ask }
}

export async function openRound() {
  const opened = await openOffice()
  const { teams } = await makeRound(opened.place, opened.administrator)
  return { ...opened, team: teams.first }
}
