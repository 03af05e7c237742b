import { type AnyKind, fileKinds, fixKinds } from '../files/kinds.ts'
import { type FileOfReport, isComing } from '../files/store.ts'
import { fileWords, attachments as words } from '../i18n/attachments.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import type { ReportView } from './report-view.ts'
import { Transcripts } from './transcripts.tsx'
import { shortDay } from './words.ts'

interface Props {
  view: ReportView
  filled: Filled
}

/**
 * What came with the report, and what is still to come. A script opens it here; nothing of it is ever an address of
 * ours.
 */
export function Attachments({ view, filled }: Props) {
  const { lang } = view.desk
  const files = filesInOrder(view)
  if (files.length === 0) return null
  const coming = files.filter(isComing)
  const told = Object.fromEntries(
    Object.entries(words.says).map(([name, phrase]) => [`data-${name}`, textOf(lang, phrase)]),
  )
  return (
    <section id="files" {...told}>
      <h2>{say(lang, words.title)}</h2>
      {coming.length > 0 && (
        <p>
          {say(lang, words.onTheWay, { n: coming.length })}{' '}
          {coming.some(({ state }) => state === 'late') && (
            <span class="flag late">{say(lang, words.late)}</span>
          )}
        </p>
      )}
      <ol class="files">
        {files.map((file, n) => (
          <File view={view} filled={filled} file={file} name={nameOf(lang, view, file)} n={n + 1} />
        ))}
      </ol>
    </section>
  )
}

/** As they stand on the page: those of one kind together. */
export const filesInOrder = ({ files }: Pick<ReportView, 'files'>) =>
  [...fileKinds, ...fixKinds].flatMap((kind) => files.filter((file) => file.kind === kind))

/** 录音 2: in the order of the list. */
export function nameOf(lang: Lang, { files }: Pick<ReportView, 'files'>, { id, kind }: FileOfReport): string {
  const alike = files.filter((one) => one.kind === kind)
  return `${say(lang, fileWords[kind])} ${alike.findIndex((one) => one.id === id) + 1}`
}

const KIB = 1024
const MIB = KIB * KIB
const sizeWords = (size: number) =>
  size < MIB ? `${Math.ceil(size / KIB)} KB` : `${(size / MIB).toFixed(1)} MB`

const isHeard = (kind: AnyKind) => kind === 'voice' || kind === 'video'

interface One extends Props {
  file: FileOfReport
  name: string
  /** Its place in the list. */
  n: number
}

function File({ view, filled, file, name, n }: One) {
  const { desk, report, opens } = view
  const { lang, team } = desk
  const { id, kind, size, state, messageId, promisedOn } = file
  const isWhole = state === 'whole'
  return (
    <li
      {...(isWhole &&
        opens && {
          'data-file': id,
          'data-kind': kind,
          'data-size': String(size),
          'data-message': messageId,
          'data-pieces': paths.filePiece(team.id, report.id, id, ''),
          'data-save-as': `${report.enquiryNumber}-${n}`,
        })}
    >
      <h3>
        {name} <span class="soft">{sizeWords(size)}</span>
      </h3>
      {promisedOn && <p class="soft">{say(lang, words.added, { date: shortDay(promisedOn) })}</p>}
      {!isWhole && <p class="soft">{say(lang, state === 'lost' ? words.lost : words.waits)}</p>}
      {isWhole && opens && (
        <>
          <p role="status" data-says />
          <div class="shown" data-shown data-called={name} />
          <p class="soft" data-cleaned hidden>
            {say(lang, words.cleaned)}
          </p>
          <p class="noprint tools">
            {Object.entries(words.tools).map(([tool, phrase]) => (
              <button type="button" class="btn" data-tool={tool} hidden>
                {say(lang, phrase)}
              </button>
            ))}
          </p>
        </>
      )}
      {isWhole && isHeard(kind) && <Transcripts view={view} filled={filled} file={id} />}
    </li>
  )
}
