import { type Bytes, concat, hkdf, sized, utf8 } from './bytes.ts'

/** 32 bytes, for one part of one report. */
export function partKey(dek: Bytes, part: string, partId: string): Promise<Bytes> {
  return hkdf(dek, concat(utf8('part v1'), sized(part), sized(partId)))
}

/** What a part is bound to: report ‖ part ‖ part id, each with its length in front. */
export function partAad(reportId: string, part: string, partId: string): Bytes {
  return concat(sized(reportId), sized(part), sized(partId))
}
