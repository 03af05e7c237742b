/** A file of texts beside the Worker. */
interface Words {
  address: string
  text: string
}

export function bundleWorker(): Promise<{ code: string; words: Words[]; imports: string[]; files: string[] }>
export function layBeside(words: readonly Words[]): Promise<void>
