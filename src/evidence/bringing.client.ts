import { ownScript } from '../ui/own-scripts.client.ts'
import { type Brought, broughtIn, type Wanted } from './within.ts'

declare const SANDBOXED_JPEG2000_SCRIPT: string

/**
 * What a PDF need not bring along to be drawn: how fonts of East Asia number their signs, and the usual fonts. A frame
 * of no origin can fetch none of it, and asks its page, which looks at the name.
 */
export function brings(page: MessagePort) {
  const heard = new Map<string, (brought: Brought) => void>()
  page.addEventListener('message', ({ data }) => {
    const brought = broughtIn(data)
    if (brought) heard.get(brought.brought)?.(brought)
  })
  const ask = (want: string) =>
    new Promise<Brought>((resolve) => {
      heard.set(want, resolve)
      page.postMessage({ want } satisfies Wanted)
    })
  /** What two fonts of a page ask for in one moment comes once, for both. */
  const asked = new Map<string, Promise<Brought>>()
  const bring = async (want: string): Promise<Uint8Array> => {
    const coming = asked.get(want) ?? ask(want)
    asked.set(want, coming)
    const { bytes } = await coming
    if (!bytes) throw new Error(`no ${want}`)
    return bytes.slice()
  }
  return {
    CMapReaderFactory: class {
      async fetch({ name }: { name: string }) {
        return { cMapData: await bring(`cmaps/${name}.bcmap`), isCompressed: true }
      }
    },
    StandardFontDataFactory: class {
      fetch = ({ filename }: { filename: string }) => bring(`standard_fonts/${filename}`)
    },
  }
}

/** The reader of JPEG 2000, as the library takes it: it is as large as the rest, and few papers have such a picture. */
function readerOfJpeg2000() {
  const realm = globalThis as { openJpeg?: unknown }
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = ownScript(SANDBOXED_JPEG2000_SCRIPT)
    script.addEventListener('load', () => resolve({ default: realm.openJpeg }))
    script.addEventListener('error', reject)
    document.head.append(script)
  })
}

Object.assign(globalThis, { readerOfJpeg2000 })
