/** A job that failed and knows better than its lane when it is worth another try. */
export class RetryError extends Error {
  /** Never again when `undefined`. */
  readonly afterMs: number | undefined

  constructor(message: string, afterMs: number | undefined) {
    super(message)
    this.afterMs = afterMs
  }
}
