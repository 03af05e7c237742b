/** The encoder alone: the package's front also brings renderers that want Node, or a canvas. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode'
}
