import {
  type DatabaseIntrospector,
  type Dialect,
  type Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { SqliteDriver } from './connection'

/**
 * Kysely's SQLite over `node:sqlite`'s API. Own, because Kysely's driver speaks better-sqlite3's, and lets readers wait for writers.
 */
export class SqliteDialect implements Dialect {
  constructor(private readonly path: string) {}

  createDriver(): SqliteDriver {
    return new SqliteDriver(this.path)
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler()
  }

  createAdapter(): SqliteAdapter {
    return new Adapter()
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db)
  }
}

class Adapter extends SqliteAdapter {
  /** SQLite does roll tables back; Kysely says it does not, and then a migration that fails leaves half of itself. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
