import { join } from 'node:path'
import { openHandle } from '@/server/db/sqlite/driver'
import type { Asterisk } from '../rig/asterisk'

const FILE = 'log/queue_log.sqlite3'
const COLUMNS = 'time, callid, queuename, agent, event, data1, data2, data3, data4, data5'
/** The second in the file is read after the line has gone into the database, by a clock that goes in ticks of the kernel (`time`). */
const WRITTEN_MS = 2_000
const TICK_MS = 20

/**
 * From its next start on Asterisk writes its queue_log into a database, too, where the moments have microseconds
 * (main/logger.c, `ast_queue_log`); a line is there before it is in the file (res/res_config_sqlite3.c, `batch`).
 */
export async function keepFineLog({ folder, inside, readConfig, writeConfig }: Asterisk): Promise<void> {
  const database = await openHandle(join(folder, FILE))
  // Whoever reads holds nobody up who writes.
  database.exec('PRAGMA journal_mode = WAL')
  database.exec(`CREATE TABLE queue_log (${COLUMNS})`)
  database.close()
  writeConfig('res_config_sqlite3.conf', `[fine]\ndbfile => ${inside}/${FILE}\nbatch = 0\n`)
  writeConfig('extconfig.conf', '[settings]\nqueue_log => sqlite3,fine\n')
  const both = 'queue_log_to_file = yes\nqueue_log_realtime_use_gmt = yes\n'
  writeConfig(
    'logger.conf',
    readConfig('logger.conf').replace('[general]\n', (general) => general + both),
  )
}

/** The queue_log, each line about a caller with the milliseconds that its second lacks. */
export async function fineLog({ folder, log }: Asterisk): Promise<string> {
  const database = await openHandle(join(folder, FILE))
  const rows = database.prepare(`SELECT ${COLUMNS} FROM queue_log ORDER BY rowid`).all() as Record<string, string>[]
  database.close()
  const moments = new Map<string, number[]>()
  for (const { time, callid, queuename, agent, event } of rows) {
    const key = [callid, queuename, agent, event].join('|')
    moments.set(key, [...(moments.get(key) ?? []), Date.parse(`${time?.replace(' ', 'T')}Z`)])
  }
  const lines = log('queue_log').split('\n')
  return lines.map((line) => withMilliseconds(line, moments)).join('\n')
}

function withMilliseconds(line: string, moments: Map<string, number[]>): string {
  const [second, ...rest] = line.split('|')
  // Lines about Asterisk itself and about members: the first ones come before the database is open.
  if (rest.length < 4 || !/^\d+\.\d+$/.test(rest[0] ?? '')) return line
  const at = moments.get(rest.slice(0, 4).join('|'))?.shift() ?? Number.NaN
  const late = at - Number(second) * 1000
  if (!(late > -WRITTEN_MS && late < 1_000 + TICK_MS)) throw new Error(`queue_log: the database has ${at} for ${line}`)
  return [(at / 1000).toFixed(3), ...rest].join('|')
}
