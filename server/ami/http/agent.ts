import http from 'node:http'
import net from 'node:net'
import { connectTls } from '../tls-transport'
import type { HttpTarget } from './exchange'

/**
 * One connection at a time, kept open between requests. With TLS it is given to a request only once the certificate was
 * accepted, so that a stranger is told nothing.
 */
export function openAgent({ host, port, tls }: HttpTarget): http.Agent {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1, scheduling: 'lifo' })
  Object.assign(agent, {
    createConnection(_: unknown, done: (error: Error | null, socket?: net.Socket) => void) {
      if (tls) connectTls(host, port, tls, done)
      else {
        const socket = net.connect({ host, port })
        socket.setNoDelay(true)
        return socket
      }
    },
  })
  return agent
}
