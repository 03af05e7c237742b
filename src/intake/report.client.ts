import {
  answersIn,
  askForCall,
  CHOSEN,
  expectCall,
  followAnswers,
  hasFiles,
  lookOver,
} from './answers.client.ts'
import { type Carried, carryWords } from './carry.client.ts'
import { canSeal, lockOn } from './chain.client.ts'
import { chosenBefore } from './chosen-before.client.ts'
import { type Files, filesBeside } from './files.client.ts'
import { all, one, show } from './find.client.ts'
import { offerKept } from './kept-box.client.ts'
import { leaving } from './leave.client.ts'
import { dropMended, pointOut } from './mistakes.client.ts'
import { showPictures } from './pictures.client.ts'
import { loadRest } from './rest.client.ts'
import { mistakesIn, stepOf } from './rules.ts'
import { drawerFor, meansOf, sender } from './sending.client.ts'
import { inSteps, type Steps } from './steps.client.ts'
import { askWhose, offerUnfinished, tellKeeping, tellSignal, toHeading } from './unfinished.client.ts'
import { toRead, wordsIn } from './words.client.ts'

const TILES = 1
const WORDS = 2
const LAST = 3

const form = one<HTMLFormElement>('#report')
if (form) void begin(form)

/** Until everything has been checked the page is the one without scripts, and works as that. */
async function begin(form: HTMLFormElement) {
  if (!(await canSeal())) return
  const lock = await lockOn(form)
  if (!lock) {
    form.hidden = true
    show('#wrong-chain')
    // The page may be forged, and the name and the number on it with it.
    const name = one('.letterhead > span')
    if (name) name.textContent = document.title
    show('.foot [href^="tel:"]', false)
    return one('#wrong-chain')?.focus()
  }
  // On a slow line somebody may be writing in the one long form by now: they stay where they are.
  const writing = document.activeElement as HTMLElement | null
  unname(form)
  show('[data-plain]', false)
  show('[data-ready]')
  for (const change of ['input', CHOSEN]) {
    form.addEventListener(change, () => {
      followAnswers()
      lookOver()
      dropMended(mistakesIn(answersIn()))
    })
  }
  let kept: 'sent' | 'unsent' | undefined
  let isUnfinished = false
  const steps = inSteps(form, (step) => {
    if (step === LAST) {
      void loadRest()
      expectCall()
    }
    show('#mend', false)
    show('#kept', step === 0 && kept !== undefined)
    show('#unfinished', step === 0 && isUnfinished)
    askWhose(step)
    if (step === TILES) showPictures()
    if (step === WORDS) files.open()
    followAnswers()
    lookOver()
  })
  buttons(form, steps)
  const drawer = drawerFor(lock)
  const carried = carryWords(form, {
    drawer,
    steps,
    tell(keeping) {
      tellKeeping(keeping)
      if (keeping === 'day') void loadRest().then((rest) => rest?.keepPage())
    },
    restored: (was) => files.restore(was),
  })
  const files = filesBeside(form, carried)
  answerWhose(carried, files)
  tellSignal()
  leaving(({ id }) => id === carried.id())
  const send = sender(form, lock, carried, files)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (steps.at() < LAST) next(form, steps)
    else if (mayGo(form, steps, LAST)) void send()
  })
  followAnswers()
  const step = Number(writing?.closest<HTMLElement>('[data-step]')?.dataset.step ?? 0)
  if (step > 0) {
    steps.resume(step)
    writing?.focus()
  }
  // What may have been sent comes first: words of it that could be changed would become a second report.
  kept = await offerKept(drawer, meansOf(form, lock))
  const isBack = await carried.begin()
  if (chosenBefore(form).length > 0) files.open()
  if ((isBack && toRead(wordsIn(form))) || kept === 'unsent') return
  await offerUnfinished(drawer, {
    leaveOut: ({ id }) => id === carried.id(),
    offered(draft) {
      isUnfinished = draft !== undefined
      show('#unfinished', isUnfinished && steps.at() === 0)
      return isUnfinished
    },
    goOn: carried.goOn,
  })
}

function answerWhose(carried: Carried, files: Files) {
  for (const button of all('[data-own]')) {
    button.addEventListener('click', async () => {
      await carried.answer(button.dataset.own === 'yes')
      files.keep(false)
      toHeading()
    })
  }
}

/**
 * Nothing that is typed can be posted in clear any more. Choices keep their names, or they would not exclude each
 * other, but belong to no form.
 */
function unname(form: HTMLFormElement) {
  for (const field of all('[name]', form)) {
    if (field.matches('[type=radio]')) field.setAttribute('form', 'none')
    else field.removeAttribute('name')
  }
}

/** The kind's radio buttons become the buttons they look like. */
function buttons(form: HTMLFormElement, steps: Steps) {
  one('#kind')?.removeAttribute('role')
  for (const radio of all('#kind input')) {
    const label = radio.nextElementSibling
    const button = document.createElement('button')
    button.type = 'button'
    button.className = label?.className ?? ''
    button.append(...(label?.childNodes ?? []))
    label?.replaceWith(button)
    radio.hidden = true
    button.addEventListener('click', () => {
      if (radio instanceof HTMLInputElement) radio.checked = true
      steps.go(1)
    })
  }
  form.addEventListener('click', ({ target }) => {
    const pressed =
      target instanceof Element &&
      target.closest<HTMLElement>('[data-next], [data-back], [data-call], [data-change]')
    if (!pressed) return
    if (pressed.matches('[data-next]')) next(form, steps)
    else if (pressed.matches('[data-back]')) steps.back()
    else if (pressed.matches('[data-call]')) callMe(steps)
    else change(steps, Number(pressed.dataset.change))
  })
}

/** Who cannot write needs only a telephone: from the first step straight to it. */
function callMe(steps: Steps) {
  askForCall()
  steps.go(LAST)
  one('#phone')?.focus()
}

/** What stands on this screen is gone to, and not away from. */
function change(steps: Steps, step: number) {
  if (step !== steps.at()) return steps.go(step)
  one('#reply')?.scrollIntoView()
  one('#reply')?.focus()
}

function next(form: HTMLFormElement, steps: Steps) {
  if (mayGo(form, steps, steps.at())) steps.go(steps.at() + 1)
}

/** What is wrong up to this step is pointed out where it is. A picture or a voice says it, too. */
function mayGo(form: HTMLFormElement, steps: Steps, upTo: number): boolean {
  const mistakes = mistakesIn(answersIn()).filter(
    ({ field, says }) => stepOf[field] <= upTo && !(field === 'text' && says === 'missing' && hasFiles()),
  )
  const openStepOf = (field: keyof typeof stepOf) => {
    if (stepOf[field] === steps.at()) return
    steps.go(stepOf[field])
    show('#mend')
  }
  if (mistakes[0]) openStepOf(mistakes[0].field)
  pointOut(form, mistakes, openStepOf)
  return mistakes.length === 0 && !(upTo >= WORDS && isHeldUp(steps))
}

/** A recording waits for a tick, or to be told that it is not wanted: nobody leaves it behind unawares. */
function isHeldUp(steps: Steps): boolean {
  const waits = one('[data-waits]')
  if (!waits) return false
  if (steps.at() !== WORDS) steps.go(WORDS)
  waits.hidden = false
  show('#voice-unagreed')
  one('input', waits)?.focus()
  return true
}
