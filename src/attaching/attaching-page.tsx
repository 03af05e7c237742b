import { type FileKind, fileKinds } from '../files/kinds.ts'
import type { Reader } from '../http/reader.ts'
import { adding, attached, hints, onTheWay } from '../i18n/attaching.ts'
import { frame } from '../i18n/frame.ts'
import { type Lang, type Phrase, say, tagOf, textOf } from '../i18n/speak.ts'
import { built } from '../ui/built.ts'

/** What a browser is to offer for each kind. No `capture`: whoever took it an hour ago chooses it too. */
const accept = { photo: 'image/*', voice: 'audio/*', video: 'video/*', paper: 'application/pdf' } as const

const more: Partial<Record<FileKind, Phrase>> = {
  photo: adding.morePhoto,
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
          {fileKinds.map((kind) =>
            kind === 'voice' ? (
              <div data-room={kind}>
                <button type="button" class="btn quiet" data-voice aria-expanded="false">
                  {say(lang, adding.record)}
                </button>
              </div>
            ) : (
              <Choose lang={lang} kind={kind} />
            ),
          )}
        </div>
        <Voice lang={lang} />
        <p class="soft">{say(lang, adding.limits)}</p>
        <Attached lang={lang} />
        <NotAlong lang={lang} />
      </div>
      <Hint lang={lang} />
      <OnTheWay lang={lang} />
    </body>
  </html>
)

const Choose = ({ lang, kind }: { lang: Lang; kind: FileKind }) => {
  const again = more[kind]
  return (
    <div data-room={kind}>
      <input type="file" id={`add-${kind}`} data-add={kind} accept={accept[kind]} />
      <label class="btn quiet" for={`add-${kind}`} data-more={again && textOf(lang, again)}>
        {say(lang, adding[kind])}
      </label>
    </div>
  )
}

/** Recorded here or with the phone's own app, and only by whoever agrees to leave a voice. */
const Voice = ({ lang }: { lang: Lang }) => (
  <section id="recording" class="box" aria-label={say(lang, adding.record)} hidden>
    <p>{say(lang, adding.recognised)}</p>
    <p id="voice-unagreed" class="error" role="alert" hidden>
      {say(lang, adding.unagreed)}
    </p>
    <label class="pick" id="voice-agree">
      <input type="checkbox" id="voice-consent" />
      <span>{say(lang, adding.consent)}</span>
    </label>
    <button type="button" class="btn quiet" data-unwanted hidden>
      {say(lang, adding.remove)}
    </button>
    <div role="status">
      {(['none', 'refused'] as const).map((why) => (
        <p data-no-record={why} hidden>
          {say(lang, adding[why])}
        </p>
      ))}
    </div>
    <div class="adding">
      <button type="button" class="btn quiet" data-record hidden>
        {say(lang, adding.start)}
      </button>
      <Choose lang={lang} kind="voice" />
    </div>
    <div data-recording hidden>
      <p role="timer" class="lead" />
      <button type="button" class="btn go" data-stop>
        {say(lang, adding.stop)}
      </button>
    </div>
  </section>
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
        </button>
        <button type="button" class="link" data-play data-stop={say(lang, adding.stop)} hidden>
          {say(lang, adding.play)}
        </button>
        <button type="button" class="link" data-again hidden>
          {say(lang, adding.again)}
        </button>
        <button type="button" class="link" data-remove data-photo={say(lang, adding.removePhoto)}>
          {say(lang, adding.remove)}
        </button>
      </div>
    </li>
  </ul>
)

const NotAlong = ({ lang }: { lang: Lang }) => (
  <section id="not-along" class="box warn" aria-labelledby="not-along-what" tabindex={-1} hidden>
    <p id="not-along-what">{say(lang, adding.notAlong)}</p>
    <button type="button" class="btn" data-turn>
      {say(lang, adding.turn)}
    </button>
    <button type="button" class="btn quiet" data-not-turn>
      {say(lang, adding.notTurn)}
    </button>
  </section>
)

const BlackOut = ({ lang }: { lang: Lang }) => (
  <section id="black-out" aria-labelledby="black-out-what" hidden>
    <h2 id="black-out-what" tabindex={-1}>
      {say(lang, adding.rub)}
    </h2>
    <canvas tabindex={0} role="img" aria-labelledby="black-out-what" />
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

/** Asked below the words, about one place at a time. */
const Hint = ({ lang }: { lang: Lang }) => (
  <div id="hint" role="status">
    <div class="box" hidden>
      {(['phone', 'idCard', 'name', 'nameToo', 'onlyMe'] as const).map((tells) => (
        <p data-tells={tells} hidden>
          {say(lang, hints[tells])}
        </p>
      ))}
      <blockquote class="lead" data-place />
      <div class="adding">
        <button type="button" class="btn quiet" data-drop>
          {say(lang, hints.remove)}
        </button>
        <button type="button" class="btn quiet" data-keep>
          {say(lang, hints.keep)}
        </button>
      </div>
    </div>
  </div>
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
