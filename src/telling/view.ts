import { officeIn } from '../queue/desk.ts'
import type { ReportView } from '../queue/report-view.ts'
import { numberWords } from '../queue/words.ts'
import { letterheadOf } from '../rounds/title.ts'
import type { News } from './news.ts'
import { type Wording, wordingOf } from './wording.ts'

/** The paper in words, as everything is called today. */
export function composePaper({ desk, report, about: { office } }: ReportView, { paper }: News): Wording {
  const { team, today } = desk
  return wordingOf(paper, {
    report: { ...report, enquiry: numberWords(report.enquiryNumber) },
    issuer: team.roundId ? letterheadOf(office.jurisdiction, team.name) : office.fullName,
    code: team.name,
    phone: team.phone,
    office: office.shortName,
    officePhone: office.phone,
    ofOffice: officeIn(desk) ?? null,
    today,
  })
}
