import { FixedClock } from '@/server/testing/fixed-clock'
import { type CountedAmiConnection, createAmiConnection } from '../connection'
import type { AmiConnectionOptions } from '../options'
import type { AmiMessage, AmiStatus } from '../types'
import { type Script, ScriptedPbx } from './scripted-pbx'

/** A connection to a scripted PBX, with time that stands still. */
export type Bench = {
  pbx: ScriptedPbx
  clock: FixedClock
  connection: CountedAmiConnection
  messages: AmiMessage[]
  statuses: AmiStatus[]
  /** Resolves when the connection next is, or already is, in this state. */
  until(state: AmiStatus['state']): Promise<AmiStatus>
  /** Resolves when the n-th message of this name has arrived and what follows from it is done. */
  heard(name: string, nth?: number): Promise<AmiMessage>
  stop(): Promise<void>
}

/** Starts both; by default the account is the one the PBX expects, and waits have no jitter. */
export async function connectToScript(
  script: Script = {},
  options: Partial<AmiConnectionOptions> = {},
): Promise<Bench> {
  const pbx = await ScriptedPbx.listen(script)
  const clock = new FixedClock()
  const account = { host: '127.0.0.1', port: pbx.port, username: 'wallboard', secret: 'secret' }
  const connection = createAmiConnection({ ...account, clock, random: () => 0, ...options })
  const messages: AmiMessage[] = []
  const statuses: AmiStatus[] = []
  connection.subscribe({ message: (message) => messages.push(message), status: (status) => statuses.push(status) })
  connection.start()
  return {
    ...{ pbx, clock, connection, messages, statuses },
    until: (state) => waitUntil(connection, () => (connection.status.state === state ? connection.status : undefined)),
    heard: (name, nth = 1) => waitUntil(connection, () => messages.filter((message) => message.name === name)[nth - 1]),
    stop: async () => {
      await pbx.close()
      await connection.close()
    },
  }
}

/** Looks again whenever the connection tells anything; resolves after the promises that hang on the same bytes. */
function waitUntil<T>(connection: CountedAmiConnection, look: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const check = () => {
      const found = look()
      if (found === undefined) return
      unsubscribe()
      setImmediate(() => resolve(found))
    }
    const unsubscribe = connection.subscribe({ message: check, status: check })
    queueMicrotask(check)
  })
}
