import type { PropsWithChildren } from 'hono/jsx'
import { vouchWords } from '../i18n/codes.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { base64url } from '../sealing/bytes.ts'
import type { Code } from './store.ts'

interface Props {
  lang: Lang
  code: Pick<Code, 'token' | 'salt' | 'certificate'>
  office: { publicUrl: string; addressCertificate: string }
}

/**
 * What leads to paper is shown once the administrator's own browser has checked that the root it knows pins this code
 * and signed this address: a code or an address that somebody wrote into the database must never be printed.
 */
export function Vouched({ lang, code, office, children }: PropsWithChildren<Props>) {
  const marks = {
    'data-token': code.token,
    'data-salt': base64url(code.salt),
    'data-code': code.certificate,
    'data-address': office.addressCertificate,
    'data-origin': office.publicUrl,
  }
  return (
    <div data-vouched {...marks}>
      <p class="soft noprint" role="status" data-checking>
        {say(lang, vouchWords.checking)}
      </p>
      <p class="box bad noprint" role="alert" data-forged hidden>
        {say(lang, vouchWords.forged)}
      </p>
      <div data-good hidden>
        {children}
      </div>
    </div>
  )
}
