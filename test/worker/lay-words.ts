import { bundleWorker, layBeside } from '../../tools/worker.mjs'

/** The words of the Worker, before the runtime looks what files there are. */
export default async function layWords() {
  const { words } = await bundleWorker()
  await layBeside(words)
}
