import { LONGEST_RECORDING } from '../files/kinds.ts'

const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

export interface Recording {
  stop(): void
  /** The sound, once it has ended. */
  made: Promise<Blob>
}

/** Whether a page can record here at all; whether it may is only known when somebody presses. */
export const canRecord = () => typeof MediaRecorder === 'function' && !!navigator.mediaDevices?.getUserMedia

/** Begins to record; `tell` hears of each second. `refused`: somebody, or this browser, does not want it. */
export async function record(tell: (seconds: number) => void): Promise<Recording | 'refused' | 'none'> {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (fault) {
    return fault instanceof DOMException && fault.name === 'NotAllowedError' ? 'refused' : 'none'
  }
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {})
  const parts: Blob[] = []
  let seconds = 0
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const clock = setInterval(() => {
    seconds++
    tell(seconds)
    if (seconds >= LONGEST_RECORDING) stop()
  }, 1000)
  recorder.ondataavailable = ({ data }) => parts.push(data)
  const made = new Promise<Blob>((done) => {
    // Also when the telephone rings and takes the microphone.
    recorder.onstop = () => {
      clearInterval(clock)
      for (const track of stream.getTracks()) track.stop()
      done(new Blob(parts, { type: recorder.mimeType }))
    }
  })
  tell(0)
  recorder.start(1000)
  return { stop, made }
}
