import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * How long an idle connection is kept, in ms: longer than the proxies before us keep theirs (a minute with nginx, HAProxy and the clouds'
 * balancers). Whoever closes first may do so just as the other sends a request, which is then lost as a 502.
 */
const IDLE_MS = 75_000

/** How many ports after the default one are tried when nobody asked for one. */
const TRIES = 20

type ListenOptions = {
  host: string
  port: number
  /** The port was asked for: when it is taken, that is an error and no other is tried. */
  portAsked: boolean
}

/** The wanted port cannot be had; the message says what to do. */
export class ListenError extends Error {}

/** Listens, and gives the address for people's browsers, without a slash at the end. Throws a `ListenError`. */
export async function listen(server: Server, { host, port, portAsked }: ListenOptions): Promise<string> {
  server.keepAliveTimeout = IDLE_MS
  const last = portAsked ? port : port + TRIES
  for (let candidate = port; candidate <= last; candidate++) {
    try {
      server.listen(candidate, host)
      await once(server, 'listening')
      return addressOf(server, host)
    } catch (error) {
      if (!isTaken(error)) throw new ListenError(`Cannot listen on ${host}:${candidate}: ${String(error)}`)
    }
  }
  const tried = portAsked ? `Port ${port} is` : `Ports ${port} to ${last} are`
  throw new ListenError(`${tried} taken on ${host}. Choose another by CALLBOARD_PORT or listen.port.`)
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
