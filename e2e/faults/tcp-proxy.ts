import { connect, createServer, type Socket } from 'node:net'

/** A cable that can be pulled: everything between a browser and the server passes through it. */
export type TcpProxy = {
  url: string
  /** Packets vanish: connections stay open on both sides and carry nothing; new ones hang. */
  pull(): void
  /** What was on its way arrives, as TCP sends it again. */
  plugIn(): void
  close(): Promise<void>
}

export async function startProxy(target: URL): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let pulled = false
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.on('data', (bytes) => other.write(bytes))
      if (pulled) socket.pause()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const all = (act: (socket: Socket) => void) => {
    for (const socket of sockets) act(socket)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    pull() {
      pulled = true
      all((socket) => socket.pause())
    },
    plugIn() {
      pulled = false
      all((socket) => socket.resume())
    },
    async close() {
      all((socket) => socket.destroy())
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
