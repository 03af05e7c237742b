declare module 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js' {
  const openJpeg: unknown
  export default openJpeg
}
