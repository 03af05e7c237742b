import type { PropsWithChildren } from 'hono/jsx'
import { vouchWords } from '../i18n/codes.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { base64url } from '../sealing/bytes.ts'
import { withBlanks } from '../ui/blanks.ts'
import { escaped } from '../ui/qr.ts'
import type { Addresses, Code } from './store.ts'

type Pinned = Pick<Code, 'token' | 'salt' | 'certificate'>

interface Props {
  lang: Lang
  code: Pinned
}

/** On what stands around all the codes of a page: where the product is found, as the root signed it. */
export const addressMarks = (office: Addresses) => ({
  'data-address': office.addressCertificate,
  'data-origin': office.publicUrl,
  'data-second': office.secondAddress ?? undefined,
})

/**
 * What leads to paper is shown once the administrator's own browser has checked that the root it knows pins this code
 * and signed this address: a code or an address that somebody wrote into the database must never be printed.
 */
export const Vouched = ({ lang, code, children }: PropsWithChildren<Props>) => (
  <Frame lang={lang} {...marksOf(code)}>
    {children}
  </Frame>
)

/** The same for a whole round's codes, with their paper as markup. */
export function vouchedDrawer(lang: Lang): (code: Pinned, paper: string) => string {
  const fill = withBlanks(['token', 'salt', 'certificate', 'paper'], ({ paper, ...marks }) => (
    <Frame lang={lang} {...marks}>
      {paper}
    </Frame>
  ))
  return (code, paper) => {
    const { token, salt, certificate } = marksOf(code)
    return fill({ token: escaped(token), salt, certificate: escaped(certificate), paper })
  }
}

const marksOf = ({ token, salt, certificate }: Pinned) => ({ token, salt: base64url(salt), certificate })

interface FrameProps {
  lang: Lang
  token: string
  salt: string
  certificate: string
}

function Frame({ lang, token, salt, certificate, children }: PropsWithChildren<FrameProps>) {
  const marks = {
    'data-token': token,
    'data-salt': salt,
    'data-code': certificate,
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
