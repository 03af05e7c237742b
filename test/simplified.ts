import { overrides, traditional } from '../tools/traditional.mjs'

/** Written so in traditional texts too: 批准, 干擾, 鄰里; and what is set otherwise than the library sets it. */
const both = `准干里${Object.values(overrides).join('')}`

/** The characters of a text that only simplified ones are written with. */
export const simplifiedIn = (text: string): string[] =>
  [...new Set(text)].filter((one) => !both.includes(one) && traditional(one) !== one)
