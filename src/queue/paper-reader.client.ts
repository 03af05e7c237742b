// Reads a PDF and says what is to be drawn, beside the page and with no hold on it.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { LEFT_OUT } from './paper-says.ts'

// It tells the console alone of a picture that has too many points or cannot be read. Whoever looks has to know.
Object.assign(console, {
  warn(words: string) {
    if (/was removed|Unable to decode/.test(words)) postMessage(LEFT_OUT)
  },
})
