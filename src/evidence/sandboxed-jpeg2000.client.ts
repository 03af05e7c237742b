import openJpeg from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js'

// Fetched by the frame that draws a PDF with such a picture in it, where no module can be.
Object.assign(globalThis, { openJpeg })
