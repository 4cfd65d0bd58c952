import { sql } from 'kysely'
import { createAudit } from '@/server/audit/audit'
import { createAuth } from '@/server/auth/auth'
import { authConfig } from '@/server/auth/config'
import { readKey } from '@/server/auth/seal'
import { systemClock } from '@/server/clock'
import type { Config } from '@/server/config'
import { openDatabase } from '@/server/db/open'
import { ForgottenCallers } from '@/server/history/keeping/forgotten-callers'
import type { Log } from '@/server/log'
import type { PbxTarget } from '@/server/pbx-target'
import { createSettingsBook } from '@/server/settings/book'
import { DEFAULT_SETTINGS, demoSettings } from '@/server/settings/defaults'

/** Accounts, rights, settings and the audit log: what lives in the database. */
export async function openPeople(config: Config, { demo, order }: Pick<PbxTarget, 'demo' | 'order'>, log: Log) {
  const clock = systemClock
  const onError = (error: Error) => log.warn({ err: error }, 'a connection to the database was lost')
  const database = await openDatabase(config.database, { onError })
  const audit = createAudit({ database, clock })
  const settings = await createSettingsBook({
    database,
    clock,
    log,
    fixed: config.fixed,
    defaults: demo ? demoSettings(order) : DEFAULT_SETTINGS,
  })
  const queueGroups = () => settings.current.queueGroups
  const auth = await createAuth({ database, audit, clock, log, config: authConfig(config), queueGroups })
  const stop = settings.onChange(() => auth.settingsChanged())
  return {
    database,
    audit,
    settings,
    auth,
    forgotten: new ForgottenCallers(readKey(config.auth.keyFile)),
    async ping() {
      await sql`select 1`.execute(database.db)
    },
    async close() {
      stop()
      auth.close()
      await database.close()
    },
  }
}

export type People = Awaited<ReturnType<typeof openPeople>>
