import { readCatalogue } from '@/server/ami/catalogue/catalogue'
import { createAmiConnection } from '@/server/ami/connection'
import { systemClock } from '@/server/clock'
import type { Config } from '@/server/config'
import { accountOf } from '@/server/console/account'
import { createConsole } from '@/server/console/console'
import { CONSOLE_CONNECTION } from '@/server/console/session'
import type { Log } from '@/server/log'
import type { PbxTarget } from '@/server/pbx-target'
import type { People } from './people'

/** The AMI console, with a session of its own at the PBX; nothing is connected before somebody uses it. */
export function openConsole(config: Pick<Config, 'console'>, target: PbxTarget, { audit }: People, log: Log) {
  const clock = systemClock
  return createConsole({
    pbx: target.name,
    label: target.label,
    account: accountOf(target.connection),
    secret: target.connection.secret,
    connect: () =>
      createAmiConnection({
        ...target.connection,
        ...CONSOLE_CONNECTION,
        clock,
        onListenerError: (error) => log.error({ err: error }, 'console: a message of the PBX could not be taken in'),
      }),
    readCatalogue,
    allowed: config.console.allow,
    audit,
    clock,
    onError: (error) => log.error({ err: error }, 'console: the result of an action could not be written down'),
  })
}
