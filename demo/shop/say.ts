/** How long a message stays in sight, in ms; screen readers have heard it by then. */
const STAYS_MS = 4000

let timer: ReturnType<typeof setTimeout> | undefined

/** Says something in the page's status line: shown for a moment, read out by screen readers. */
export function say(words: string): void {
  const line = document.querySelector('#status')
  if (!line) return
  line.textContent = words
  line.classList.add('told')
  clearTimeout(timer)
  timer = setTimeout(() => line.classList.remove('told'), STAYS_MS)
}
