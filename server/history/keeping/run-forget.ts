import type { Forgotten } from '@/lib/protocol/admin/history'
import { createAudit } from '@/server/audit/audit'
import type { Actor } from '@/server/auth/actor'
import { readKey } from '@/server/auth/seal'
import { systemClock } from '@/server/clock'
import type { Config } from '@/server/config'
import { openDatabase } from '@/server/db/open'
import { databaseWords, missingDatabase } from './database-words'
import { forgetCaller, NoNumberError } from './forget-caller'
import { ForgottenCallers } from './forgotten-callers'
import { type CommandIo, terminal } from './terminal'

const USAGE = `npm run forget -- <number>

  Takes a caller's number and name out of the visits and calls that are remembered, and out of the day replay, however
  the number is written there: its last nine digits count (put one with blanks in quotes). Queues, times and endings stay, so no figure changes. Works beside a running
  server. No import of an older queue_log brings them back. The audit log keeps its lines; it gets one more, with the
  number's last two digits. Backups keep the number until they are thrown away.
`

const BY: Actor = { accountId: null, name: 'command line', origin: { address: '', via: 'command line' } }

/** `npm run forget`. Returns the exit code. */
export async function runForgetCommand(args: readonly string[], config: Config, io = terminal): Promise<number> {
  const [number, ...more] = args
  if (number === '--help' || number === '-h') return said(io, USAGE)
  if (number === undefined || more.length > 0 || number.startsWith('-')) return complained(io, USAGE)
  const missing = missingDatabase(config.database)
  if (missing !== null) return complained(io, missing)
  try {
    return said(io, wordsOf(await forget(number, config)))
  } catch (error) {
    if (error instanceof NoNumberError) return complained(io, error.message)
    return complained(io, `${databaseWords(error, config.database)} Nothing was forgotten, or not all: run this again.`)
  }
}

async function forget(number: string, config: Config): Promise<Forgotten> {
  const forgotten = new ForgottenCallers(readKey(config.auth.keyFile))
  const database = await openDatabase(config.database)
  try {
    const audit = createAudit({ database, clock: systemClock })
    return await forgetCaller(number, BY, { database, audit, clock: systemClock, forgotten })
  } finally {
    await database.close()
  }
}

function said(io: CommandIo, text: string): 0 {
  io.print(text)
  return 0
}

function complained(io: CommandIo, text: string): 1 {
  io.complain(text)
  return 1
}

function wordsOf({ visits, calls, underWay }: Forgotten): string {
  const told = `Number and name were taken out of ${visits} visits and ${calls} calls.`
  if (underWay === 0) return told
  return `${told} ${underWay} more visits go on, or ended a moment ago: run this again when they are over.`
}
