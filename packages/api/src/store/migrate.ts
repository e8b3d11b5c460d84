import { MIGRATIONS } from './migrations.ts'
import { type SqlDatabase, whole } from './sql.ts'

/**
 * Brings a database to the newest schema: each missing step in its own transaction. Several processes may start at once:
 * whoever writes the step's number first takes it, and the others find it done.
 */
export async function migrate(database: SqlDatabase): Promise<void> {
  await database.run('CREATE TABLE IF NOT EXISTS schema_version (version bigint PRIMARY KEY)')
  const [row] = await database.all('SELECT COALESCE(MAX(version), 0) AS version FROM schema_version')
  const before = whole(row, 'version')
  for (const [index, step] of MIGRATIONS.entries()) {
    const version = index + 1
    if (version <= before) continue
    await database.transaction(async sql => {
      const taken = 'INSERT INTO schema_version (version) VALUES ($1) ON CONFLICT (version) DO NOTHING'
      if ((await sql.run(taken, [version])) === 0) return
      for (const statement of step.split(';')) if (statement.trim() !== '') await sql.run(statement)
    })
  }
}
