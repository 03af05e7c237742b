import { fileKinds } from '../files/kinds.ts'
import type { Reader } from '../http/reader.ts'
import { adding, attached, onTheWay } from '../i18n/attaching.ts'
import { frame } from '../i18n/frame.ts'
import { type Lang, type Phrase, say, tagOf, textOf } from '../i18n/speak.ts'
import { built } from '../ui/built.ts'

/** What a browser is to offer for each kind. No `capture`: whoever took it an hour ago chooses it too. */
const accept = { photo: 'image/*', voice: 'audio/*', video: 'video/*', paper: 'application/pdf' } as const

const more: Partial<Record<(typeof fileKinds)[number], Phrase>> = {
  photo: adding.morePhoto,
  voice: adding.moreVoice,
  paper: adding.morePaper,
}

const wordsOf = (lang: Lang, phrases: Readonly<Record<string, Phrase>>) =>
  JSON.stringify(
    Object.fromEntries(Object.entries(phrases).map(([name, phrase]) => [name, textOf(lang, phrase)])),
  )

/** Fetched by the form's script once somebody gets to the words: it puts both parts into the page they are at. */
export const AttachingPage = ({ reader: { lang } }: { reader: Reader }) => (
  <html lang={tagOf(lang)}>
    <head>
      <meta charset="utf-8" />
      <title>{say(lang, frame.title)}</title>
      <link rel="stylesheet" href={built('attaching')} />
    </head>
    <body>
      <div id="attach" data-words={wordsOf(lang, attached)}>
        <ul class="attached" />
        <BlackOut lang={lang} />
        <p id="attach-working" role="status" />
        <p id="attach-wrong" class="error" role="alert" hidden />
        <div class="adding">
          {fileKinds.map((kind) => {
            const again = more[kind]
            return (
              <div>
                <input type="file" id={`add-${kind}`} data-add={kind} accept={accept[kind]} />
                <label class="btn quiet" for={`add-${kind}`} data-more={again && textOf(lang, again)}>
                  {say(lang, adding[kind])}
                </label>
              </div>
            )
          })}
        </div>
        <p class="soft">{say(lang, adding.limits)}</p>
        <Attached lang={lang} />
      </div>
      <OnTheWay lang={lang} />
    </body>
  </html>
)

/** One file, as the script copies it for each. */
const Attached = ({ lang }: { lang: Lang }) => (
  <ul hidden>
    <li id="attached-one">
      <img alt="" hidden />
      <div>
        <b />
        <p class="soft" />
        <button type="button" class="link" data-black-out hidden>
          {say(lang, adding.blackOut)}
        </button>{' '}
        <button type="button" class="link" data-remove data-photo={say(lang, adding.removePhoto)}>
          {say(lang, adding.remove)}
        </button>
      </div>
    </li>
  </ul>
)

const BlackOut = ({ lang }: { lang: Lang }) => (
  <section id="black-out" aria-labelledby="black-out-what" hidden>
    <h2 id="black-out-what" tabindex={-1}>
      {say(lang, adding.rub)}
    </h2>
    <canvas />
    <div class="adding">
      <button type="button" class="btn quiet" data-undo disabled>
        {say(lang, adding.undo)}
      </button>
      <button type="button" class="btn" data-done>
        {say(lang, adding.done)}
      </button>
    </div>
  </section>
)

const { photo, voice, video, paper, between } = attached

const OnTheWay = ({ lang }: { lang: Lang }) => (
  <section
    id="on-the-way"
    class="box noprint"
    aria-labelledby="on-the-way-what"
    data-words={wordsOf(lang, { ...onTheWay, photo, voice, video, paper, between })}
  >
    <h2 id="on-the-way-what">{say(lang, onTheWay.title, { what: say(lang, onTheWay.photos) })}</h2>
    <p data-keep-open />
    <ul />
    <button type="button" class="btn" data-go-on hidden>
      {say(lang, onTheWay.goOn)}
    </button>
    <p role="status" />
  </section>
)
