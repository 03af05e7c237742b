import { paths } from '../paths.ts'
import { ownScript } from '../ui/own-scripts.client.ts'
import type { Challenge } from './work.ts'

declare const WORK_SCRIPT: string

/** Work lasts half an hour; what is sent soon after this still counts. */
const LASTS = 25 * 60_000

let begun = false
/** Until then nothing new is asked for. */
let until = 0

/**
 * While somebody writes, the phone does the work that spares the report from being held, if there is any: there is none
 * at ordinary load. It is asked for at the words and with each step from there. Nobody waits for it.
 */
export function workBeside(form: HTMLFormElement): void {
  if (begun) return
  begun = true
  void work(form, paths.firstWork)
  form.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-next]')) void work(form)
  })
}

async function work(form: HTMLFormElement, address = paths.work) {
  if (Date.now() < until) return
  until = Number.POSITIVE_INFINITY
  const challenge = await ask(address).catch(() => undefined)
  until = challenge ? Date.now() + LASTS : 0
  if (challenge) start(form, challenge)
}

async function ask(address: typeof paths.work): Promise<Challenge | undefined> {
  const [, , token = ''] = location.pathname.split('/')
  const answer = await fetch(address(token))
  // Read to its end in any case: until then the browser holds on to the connection.
  const text = await answer.text()
  return answer.status === 200 ? JSON.parse(text) : undefined
}

/** What it finds stands at the form, for whoever sends that. */
function start(form: HTMLFormElement, challenge: Challenge) {
  const worker = new Worker(ownScript(WORK_SCRIPT))
  worker.onmessage = ({ data }) => {
    worker.terminate()
    if (typeof data === 'string') form.dataset.work = challenge.signature + data
  }
  worker.postMessage(challenge)
}
