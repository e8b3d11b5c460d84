import type { Card, EpochMs } from '@vitrine/protocol'

/** A product as training takes it. */
export interface TrainProduct {
  /** What is published. Its `availability` decides whether lists may name it. */
  readonly card: Card
  /** When the shop first had it; default is the card's. Without either it is in no list of new arrivals. */
  readonly since?: EpochMs
  /** Title, kind and whatever else says what it is; compared word by word, never published. */
  readonly words: string
}

/** When the shop first had a product, where that is known. */
export function sinceOf({ card, since }: TrainProduct): EpochMs | undefined {
  return since ?? card.since
}
