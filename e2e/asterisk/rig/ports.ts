import dgram from 'node:dgram'
import { once } from 'node:events'
import net from 'node:net'

/** Below the kernel's ephemeral range: while Asterisk is down between kill and restart nobody is given its port. */
const FIRST = 10_000
const LAST = 19_000
/** SIPp takes up to six ports in a row: for SIP, for its control and for media. */
const BLOCK = 8

/** Counting up from a place of its own, this process never gives a port twice, also before its taker has bound it. */
let next = FIRST + BLOCK * Math.floor((Math.random() * (LAST - FIRST)) / BLOCK)

/** The first of eight ports of 127.0.0.1 on which nobody listens at this moment. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = next
    next = port + BLOCK < LAST ? port + BLOCK : FIRST
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
