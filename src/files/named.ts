import type { Kind } from '../cleaning/kinds.ts'
import type { FileKind } from './kinds.ts'

const types: Partial<Record<Kind, string>> = { mov: 'quicktime', mp3: 'mpeg' }
const forms = { photo: 'image', voice: 'audio', video: 'video' } as const

/** What a cleaned file is called: its own name is not kept, for cameras write the time into it. */
export const namedAs = (kind: Exclude<FileKind, 'paper'>, ending: Kind) => ({
  name: `${kind}.${ending}`,
  type: `${forms[kind]}/${types[ending] ?? ending}`,
})
