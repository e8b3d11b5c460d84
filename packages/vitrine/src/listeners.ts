import type { Complain } from './complaints.ts'
import type { VitrineEvents } from './vitrine.ts'

/** The page's own listeners, by event. One that throws is reported, and the others still hear. */
export function openListeners(complain: Complain) {
  const bus = new EventTarget()
  return {
    on<Name extends keyof VitrineEvents>(
      name: Name,
      listener: (told: VitrineEvents[Name]) => void
    ): () => void {
      const hear = (event: Event) => {
        try {
          listener((event as CustomEvent<VitrineEvents[Name]>).detail)
        } catch (error) {
          complain('VT-08', `${name}: ${error}`)
        }
      }
      bus.addEventListener(name, hear)
      return () => bus.removeEventListener(name, hear)
    },
    emit<Name extends keyof VitrineEvents>(name: Name, detail: VitrineEvents[Name]): void {
      bus.dispatchEvent(new CustomEvent(name, { detail }))
    }
  }
}
