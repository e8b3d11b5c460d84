import { MIGRATIONS } from './migrations.ts'
import { type SqlDatabase, whole } from './sql.ts'

/** Brings a database to the newest schema: each missing step in its own transaction. */
export async function migrate(database: SqlDatabase): Promise<void> {
  await database.run('CREATE TABLE IF NOT EXISTS schema_version (version bigint PRIMARY KEY)')
  const [row] = await database.all('SELECT COALESCE(MAX(version), 0) AS version FROM schema_version')
  const before = whole(row, 'version')
  for (const [index, step] of MIGRATIONS.entries()) {
    const version = index + 1
    if (version <= before) continue
    await database.transaction(async sql => {
      for (const statement of step.split(';')) if (statement.trim() !== '') await sql.run(statement)
      await sql.run('INSERT INTO schema_version (version) VALUES ($1)', [version])
    })
  }
}
