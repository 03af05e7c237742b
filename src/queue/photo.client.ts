import { coveredFrame } from './covered.client.ts'

/** A photo, covered until somebody wants to see it; then it can be turned and enlarged. False: no browser shows it. */
export async function showPhoto(item: HTMLElement, place: HTMLElement, address: string): Promise<boolean> {
  const image = document.createElement('img')
  const { called = '' } = place.dataset
  image.alt = called
  image.src = address
  try {
    await image.decode()
  } catch {
    return false
  }
  const frame = coveredFrame(item, called, (turned, size) => {
    image.style.width = image.style.height = `${size * 100}%`
    image.style.transform = `rotate(${turned * 90}deg)`
  })
  frame.classList.add('photo')
  frame.append(image)
  place.replaceChildren(frame)
  return true
}
