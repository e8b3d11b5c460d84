import type { Complain } from './complaints.ts'
import type { VitrineEvents } from './vitrine.ts'

type Listener = (told: never) => void

/** The page's own listeners, by event. One that throws is reported, and the others still hear. */
export function openListeners(complain: Complain) {
  const listeners = new Map<keyof VitrineEvents, Set<Listener>>()
  return {
    on<Name extends keyof VitrineEvents>(
      name: Name,
      listener: (told: VitrineEvents[Name]) => void
    ): () => void {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    emit<Name extends keyof VitrineEvents>(name: Name, told: VitrineEvents[Name]): void {
      for (const listener of listeners.get(name) ?? []) {
        try {
          ;(listener as (told: VitrineEvents[Name]) => void)(told)
        } catch (error) {
          complain('VT-08', `a listener to ${name} threw ${error}`)
        }
      }
    }
  }
}
