export { TEXTS, type TextKey, type Texts } from '../texts/texts.ts'
export type { CarouselElement } from './CarouselElement.tsx'
export { defineCarousel } from './defineCarousel.ts'
export type { CarouselEventMap, CarouselIntents, CarouselItem } from './events.ts'
