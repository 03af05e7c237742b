// Reads a PDF and says what is to be drawn, beside the page and with no hold on it.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
