import { base64, sha256, utf8 } from '../sealing/bytes.ts'

declare const OPENER: string

const style = `
:root{color-scheme:light only}
body{max-width:44rem;margin:0 auto;padding:1rem;font:1rem/1.6 sans-serif;background:#fff;color:#1d2420}
h1{border-bottom:3px solid #a32818;font-size:1.3rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
input,button{font:inherit;padding:.4rem .8rem;min-height:2.75rem}label,input{display:block}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.3rem 1rem}dd{margin:0}dt,.soft{color:#545c56}
.words{white-space:pre-wrap;overflow-wrap:anywhere}img{max-width:100%}
`

/**
 * A page of its own around what was sealed: whoever gets it opens it in any browser, without a line and without our
 * software. Its policy lets it fetch nothing and send nothing; only its own script runs.
 */
export async function selfOpening(sealed: string, lang: string, words: string): Promise<string> {
  const [script, look] = await Promise.all([OPENER, style].map(hashed))
  const policy = `default-src 'none'; script-src ${script}; style-src ${look}; img-src blob:`
  const data = (id: string, json: string) =>
    `<script type="application/json" id="${id}">${json.replaceAll('<', '\\u003c')}</script>`
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}; form-action 'none'; base-uri 'none'">`,
    '<meta name="viewport" content="width=device-width">',
    `<style>${style}</style></head><body>`,
    data('words', words),
    data('sealed', sealed),
    `<script>${OPENER}</script></body></html>`,
  ].join('\n')
}

const hashed = async (text: string) => `'sha256-${base64(await sha256(utf8(text)))}'`
