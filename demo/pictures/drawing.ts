import type { Pen } from './pen.ts'

/** Draws one thing in a box from -150 to 150, standing on y = 150 where it stands. */
export type Draw = (pen: Pen) => string

/** The drawings of one family of things, by kind. */
export type Drawings = Readonly<Record<string, Draw>>
