import { createServer, type Socket } from 'node:net'

type Headers = Readonly<Record<string, string | number>>

/** A PBX that says whatever a test wants said, things that no simulator of sane people would. */
export type ScriptedPbx = {
  /** Environment that leads a product to it. */
  env: Record<string, string>
  /** Tells an event to everybody, at the time of the PBX's clock. */
  tell(event: string, headers: Headers): void
  close(): Promise<void>
}

export type Script = {
  /** Items of QueueStatus, each with its `Event`; every other list is empty. */
  queueStatus: readonly Headers[]
  /** How far its clock is ahead of ours, in ms. */
  clockAheadMs?: number
}

/** Answers what a wall asks, as Asterisk 22 would. */
export async function startScriptedPbx({ queueStatus, clockAheadMs = 0 }: Script): Promise<ScriptedPbx> {
  const sockets = new Set<Socket>()
  const seconds = () => ((Date.now() + clockAheadMs) / 1000).toFixed(6)
  const answers: Record<string, (action: Headers) => string> = {
    Challenge: () => block({ Response: 'Success', Challenge: '123456789' }),
    Login: () =>
      block({ Response: 'Success', Message: 'Authentication accepted' }) + block({ Event: 'FullyBooted', Uptime: 60 }),
    Ping: () => block({ Response: 'Success', Ping: 'Pong', Timestamp: seconds() }),
    CoreStatus: () => block({ Response: 'Success', CoreStartupDate: '2026-11-23', CoreStartupTime: '08:00:00' }),
    CoreSettings: () => block({ Response: 'Success', AsteriskVersion: '22.10.1' }),
    Logoff: () => block({ Response: 'Goodbye', Message: 'Thanks for all the fish.' }),
    QueueStatus: ({ Queue }) =>
      list(
        'QueueStatus',
        queueStatus.filter((item) => Queue === undefined || item.Queue === Queue),
      ),
  }

  function answer(action: Headers): string {
    const name = String(action.Action)
    const text = answers[name]?.(action) ?? list(name, [])
    return text.replaceAll(END, `ActionID: ${action.ActionID}\r\n${END}`)
  }

  const server = createServer((socket) => {
    let unread = ''
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (bytes) => {
      const actions = (unread + bytes).split('\r\n\r\n')
      unread = actions.pop() ?? ''
      for (const action of actions) socket.write(answer(headersOf(action)).replaceAll(END, '\r\n'))
    })
    socket.write('Asterisk Call Manager/11.0.0\r\n')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  return {
    env: { AMI_HOST: '127.0.0.1', AMI_PORT: String(port), AMI_USERNAME: 'wallboard', AMI_SECRET: 'scripted-secret' },
    tell(event, headers) {
      const text = block({ Event: event, Privilege: 'agent,all', Timestamp: seconds(), ...headers })
      for (const socket of sockets) socket.write(text.replaceAll(END, '\r\n'))
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Stands for the end of a message until its ActionID is known: no text of a test has it. */
const END = '\0end\0'

function block(headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${lines.join('')}${END}`
}

function list(action: string, items: readonly Headers[]): string {
  const complete = { Event: `${action}Complete`, EventList: 'Complete', ListItems: items.length }
  return [{ Response: 'Success', EventList: 'start' }, ...items, complete].map(block).join('')
}

function headersOf(action: string): Headers {
  return Object.fromEntries(action.split('\r\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]))
}
