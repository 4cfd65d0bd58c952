import dgram from 'node:dgram'
import { once } from 'node:events'
import net from 'node:net'

/** Below the kernel's ephemeral range: while Asterisk is down between kill and restart nobody is given its port. */
const FIRST = 10_000
const COUNT = 9_000

/** A port of 127.0.0.1 that nobody listens on at this moment, for TCP as well as UDP. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = FIRST + Math.floor(Math.random() * COUNT)
    if ((await tcpIsFree(port)) && (await udpIsFree(port))) return port
  }
  throw new Error('No free port was found on 127.0.0.1.')
}

async function tcpIsFree(port: number): Promise<boolean> {
  const server = net.createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

async function udpIsFree(port: number): Promise<boolean> {
  const socket = dgram.createSocket('udp4')
  try {
    socket.bind(port, '127.0.0.1')
    await once(socket, 'listening')
    return true
  } catch {
    return false
  } finally {
    socket.close()
  }
}
