import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server as NetServer, type Socket } from 'node:net'
import { Server } from 'socket.io'
import type { Kind } from './browsers'

export type Contestant = {
  kind: Kind
  port: number
  /** Sends one message to every browser. */
  send(message: object): void
  close(): Promise<void>
}

/** Socket.IO as its documentation shows it, websocket only. */
export async function bareSocketIo(onConnection?: (emit: (event: string, message: object) => void) => void) {
  const http = createHttpServer()
  const io = new Server(http, { transports: ['websocket'], serveClient: false })
  io.on('connection', (socket) => {
    void socket.join('all')
    onConnection?.((event, message) => socket.emit(event, message))
  })
  const port = await listen(http)
  const contestant: Contestant = {
    kind: 'listening',
    port,
    send: (message) => io.to('all').emit('diff', message),
    close: async () => {
      await io.close()
    },
  }
  return contestant
}

/** The least that can be done: the same text written to every TCP socket. */
export async function rawTcp(): Promise<Contestant> {
  const sockets = new Set<Socket>()
  const server = createTcpServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  return {
    kind: 'tcp',
    port: await listen(server),
    send(message) {
      const bytes = Buffer.from(`${JSON.stringify(message)}\n`)
      for (const socket of sockets) socket.write(bytes)
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

async function listen(server: NetServer): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
