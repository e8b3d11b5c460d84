import type { Seldom } from './seldom.ts'
import type { Show } from './show.ts'
import type { Standing } from './slots.ts'
import type { Senses } from './think.ts'
import type { Vitrine } from './vitrine.ts'

/** What the page may ask of the loop: understood, decided and explained on demand. */
export type Answers = Pick<Vitrine, 'profile' | 'decide' | 'recommend' | 'explain'>

interface AnswerParts {
  readonly senses: Senses
  readonly loadShow: () => Promise<Show | undefined>
  readonly loadSeldom: () => Promise<Seldom | undefined>
  readonly standing: () => readonly Standing[]
}

/** Answers what the page asks; whatever thinks is fetched with the first question. */
export function openAnswers({ senses, loadShow, loadSeldom, standing }: AnswerParts): Answers {
  return {
    async profile() {
      const show = await loadShow()
      if (!show) throw new Error('not loaded')
      return show.understand(senses)
    },
    async decide(placement) {
      const show = await loadShow()
      const mind = await show?.think(senses, config => show.requestsAt(config, placement))
      return mind?.decide(placement)
    },
    async recommend(request) {
      const show = await loadShow()
      const mind = await show?.think(senses, () => [request])
      return mind && show?.rank(request, mind)
    },
    async explain(placement) {
      const [show, seldom] = await Promise.all([loadShow(), loadSeldom()])
      const { type } = senses.tracker.page()
      if (!show || !seldom) return []
      return seldom.explain(standing(), placement, type, requests => show.think(senses, requests))
    }
  }
}
