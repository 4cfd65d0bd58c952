import dgram from 'node:dgram'
import { once } from 'node:events'
import net from 'node:net'

/**
 * For Asterisk, and for whatever else is to be found again at its old address. Below the kernel's ephemeral range, so that nobody
 * is given its port while it is down between kill and restart, and beside the ports of media in `etc/rtp.conf`.
 */
const SLICES = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 28, 29, 30, 31].map((thousand) => thousand * 1_000)
const SLICE = 1_000
/** No browser opens a page there (Fetch Standard, "bad port"). */
const NO_PAGES = 10_080
/** SIPp takes up to six ports in a row: for SIP, for its control and for media. */
const BLOCK = 8

/**
 * Gives ports of a slice that is nobody else's on this machine: tests that run at the same time in other processes neither take a port
 * between its choice and its use, nor hold it for the moment of a trial. The slice is kept by listening on its first port, which ends
 * with the process.
 */
export function portsOfOne(): () => Promise<number> {
  let slice: Promise<number> | null = null
  let given = 0
  return async () => {
    slice ??= claimSlice()
    const first = await slice
    for (let tries = 0; tries < SLICE / BLOCK; tries++) {
      given = (given % (SLICE / BLOCK - 1)) + 1
      const port = first + given * BLOCK
      if (port !== NO_PAGES && (await tcpIsFree(port)) && (await udpIsFree(port))) return port
    }
    throw new Error(`None of the ports ${first} to ${first + SLICE - 1} of 127.0.0.1 is free.`)
  }
}

/** The first of eight ports of 127.0.0.1 on which nobody listens, and which no other test is given meanwhile. */
export const freePort = portsOfOne()

async function claimSlice(): Promise<number> {
  for (const first of SLICES) {
    const keeper = await listen(first)
    if (keeper === null) continue
    keeper.unref()
    return first
  }
  throw new Error('All ranges of ports for tests against Asterisk are taken: too many run at once.')
}

async function tcpIsFree(port: number): Promise<boolean> {
  const server = await listen(port)
  server?.close()
  return server !== null
}

async function listen(port: number): Promise<net.Server | null> {
  const server = net.createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return server
  } catch {
    return null
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
