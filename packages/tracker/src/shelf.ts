import type { ConsentSignal, EpochMs, ShopEvent } from '@vitrine/protocol'
import type { Report } from './report.ts'

/** What one key of the store holds; the first letters of the key say which kind it is (`rowsOf.ts`). */
export interface Row {
  readonly key: string
  readonly events?: readonly ShopEvent[]
  /** When a batch was sealed. */
  readonly sent?: EpochMs
  readonly visitor?: string
  readonly dropped?: Readonly<Record<string, number>>
  /** A parked batch is not tried before this. */
  readonly retryAt?: EpochMs
  readonly consent?: ConsentSignal
  readonly reports?: readonly Report[]
}

/** What a change of the shelf comes to. What is to go goes before what is to come. */
export interface Change<Answer> {
  readonly put?: readonly Row[]
  readonly del?: readonly string[]
  readonly answer: Answer
}

/** Looks at rows and says what is to become of them. */
export type Step<Answer> = (rows: readonly Row[]) => Change<Answer>

/** The journal's place on the device: rows in the order of their keys. Every change is whole or not at all, across tabs. */
export interface Shelf {
  readonly kind: 'indexeddb' | 'memory'
  /**
   * Reads the rows whose key begins with `prefix`, and puts and deletes what `step` says, as one transaction.
   *
   * @param most - Reads no more rows than this.
   */
  change<Answer>(prefix: string, step: Step<Answer>, most?: number): Promise<Answer>
  /** Puts rows without reading. Started in a `pagehide` listener, it still lands. */
  write(rows: readonly Row[]): Promise<void>
  /** Deletes everything, the database itself included. */
  destroy(): Promise<void>
  /** Lets go of the connection; what is stored stays. */
  close(): void
}
