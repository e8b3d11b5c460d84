/** A value a column can hold in both engines: text, bigint (as a safe integer) and nothing. */
export type SqlValue = string | number | null

/** A row as it comes back, by column name. */
export type SqlRow = Readonly<Record<string, SqlValue>>

/**
 * The seam between our one SQL text and an engine. Placeholders are `$1 … $n`; the text keeps to what SQLite and
 * PostgreSQL share (text, bigint, `ON CONFLICT`, `RETURNING`, CTEs, window functions).
 */
export interface Sql {
  /** All rows of a query. */
  all(text: string, values?: readonly SqlValue[]): Promise<readonly SqlRow[]>
  /** Runs a statement and says how many rows it changed. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>
  /** Runs one statement for many rows of values and says how many rows changed in all. */
  runMany(text: string, rows: readonly (readonly SqlValue[])[]): Promise<number>
}

/** An open database. */
export interface SqlDatabase extends Sql {
  /**
   * Does all or nothing; what others ask for waits until it is done. The work must await nothing but `sql`.
   *
   * Isolation: serializable, since units of stock are counted here before they are given away. SQLite has one writer at a
   * time and is so by itself; PostgreSQL needs `BEGIN ISOLATION LEVEL SERIALIZABLE`, and the work done again where it
   * answers 40001.
   */
  transaction<Value>(work: (sql: Sql) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

/** A text column that is never null. @throws {TypeError} When it is: the query and the code disagree. */
export function text(row: SqlRow | undefined, column: string): string {
  const value = row?.[column]
  if (typeof value !== 'string') throw new TypeError(`${column} is no text`)
  return value
}

/** A whole number column that is never null. @throws {TypeError} When it is: the query and the code disagree. */
export function whole(row: SqlRow | undefined, column: string): number {
  const value = row?.[column]
  if (typeof value !== 'number') throw new TypeError(`${column} is no number`)
  return value
}

/** A text column that may be null. */
export function textOrNone(row: SqlRow, column: string): string | undefined {
  const value = row[column]
  return typeof value === 'string' ? value : undefined
}
