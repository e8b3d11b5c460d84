/** Structured logs; `pino` is one. What is logged names no visitor: no address, no body, no id of a person. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** Says nothing: for tests. */
export const silentLog: Log = { info() {}, error() {} }
