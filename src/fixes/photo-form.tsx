import { fileWords } from '../i18n/attachments.ts'
import { fixPhoto as words } from '../i18n/photos.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { PhotoField } from '../posters/photo-part.tsx'
import { Choice } from '../queue/choices.tsx'
import { Trouble } from '../queue/move-form.tsx'
import type { ReportView } from '../queue/report-view.ts'
import type { Filled } from '../ui/field.tsx'
import { mayAddPhoto } from './photos.ts'

/** 整改前后照片: those on the paper that came back, or taken by whoever went to look. They stand among the files. */
export function FixPhotoForm({ view, filled }: { view: ReportView; filled: Filled }) {
  if (!mayAddPhoto(view)) return null
  const { lang, team } = view.desk
  const { of, photo } = filled.problems ?? {}
  const { before, after } = fileWords
  return (
    <details class="noprint" open={of !== undefined || photo !== undefined}>
      <summary>{say(lang, words.add)}</summary>
      <form
        method="post"
        action={paths.fixPhoto(team.id, view.report.id)}
        class="sheet-form"
        data-in-place
        data-fix-photo
      >
        <Choice lang={lang} name="of" label={say(lang, words.of)} filled={filled} words={{ before, after }} />
        <PhotoField lang={lang} mistake={photo} words={words} />
        <Trouble lang={lang} />
        <button type="submit" class="btn">
          {say(lang, words.keep)}
        </button>
      </form>
    </details>
  )
}
