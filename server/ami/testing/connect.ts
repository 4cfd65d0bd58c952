import { FixedClock } from '@/server/testing/fixed-clock'
import { type CountedAmiConnection, createAmiConnection } from '../connection'
import type { HttpWay } from '../http/target'
import type { AmiConnectionOptions } from '../options'
import type { AmiMessage, AmiStatus } from '../types'
import { HttpFront } from './http-front'
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

/** What a PBX is asked over HTTP besides: version, events, and whether it has booted. */
const HTTP_ANSWERS: Script['answers'] = {
  Events: ({ ActionID }) => `Response: Success\nActionID: ${ActionID}\nEvents: On\n`,
  CoreSettings: ({ ActionID }) => `Response: Success\nActionID: ${ActionID}\nAMIversion: 11.0.0\n`,
  QueueStatus: ({ ActionID }) =>
    `Response: Success\nActionID: ${ActionID}\nEventList: start\n\nEvent: QueueStatusComplete\nActionID: ${ActionID}\nEventList: Complete\nListItems: 0\n`,
}

export type HttpBench = Bench & { front: HttpFront }

/** The same over HTTP: Asterisk's HTTP server stands before the scripted PBX. */
export async function connectOverHttp(
  way: HttpWay,
  script: Script = {},
  options: Partial<AmiConnectionOptions> = {},
): Promise<HttpBench> {
  const { tls, ...plain } = script
  const pbx = await ScriptedPbx.listen({ ...plain, answers: { ...HTTP_ANSWERS, ...script.answers } })
  const front = await HttpFront.listen(pbx.port, { way, ...(tls && { tls }) })
  const http = { path: `/asterisk/${way}`, way }
  const bench = open(pbx, { port: front.port, http, times: { pollRest: 0, ...options.times }, ...options })
  return {
    ...{ ...bench, front },
    stop: async () => {
      await front.close()
      await bench.stop()
    },
  }
}

/** Starts both; by default the account is the one the PBX expects, and waits have no jitter. */
export async function connectToScript(
  script: Script = {},
  options: Partial<AmiConnectionOptions> = {},
): Promise<Bench> {
  return open(await ScriptedPbx.listen(script), options)
}

function open(pbx: ScriptedPbx, options: Partial<AmiConnectionOptions>): Bench {
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
