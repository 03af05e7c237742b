import { ownScript } from '../ui/own-scripts.client.ts'
import { type Brought, broughtIn, type Wanted } from './within.ts'

declare const SANDBOXED_JPEG2000_SCRIPT: string

/**
 * What a PDF need not bring along to be drawn: how fonts of East Asia number their signs, and the usual fonts. A frame
 * of no origin can fetch none of it, and asks its page, which looks at the name.
 */
export function brings(page: MessagePort) {
  const waiting = new Map<string, (brought: Brought) => void>()
  page.addEventListener('message', ({ data }) => {
    const brought = broughtIn(data)
    if (brought) waiting.get(brought.brought)?.(brought)
  })
  const bring = async (want: string): Promise<Uint8Array> => {
    const { bytes } = await new Promise<Brought>((resolve) => {
      waiting.set(want, resolve)
      page.postMessage({ want } satisfies Wanted)
    })
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
