import net from 'node:net'
import { AmiError } from './ami-error'
import type { Dial, Transport, TransportEvents } from './transport'

export function tcpDial(host: string, port: number): Dial {
  return (events) => attachSocket(net.connect({ host, port }), events)
}

/** Ties a socket to the events. It always reads: Asterisk ends a session whose reader is slow, in mid-message. */
export function attachSocket(socket: net.Socket, events: TransportEvents): Transport {
  let error = new AmiError('link-lost', 'The PBX closed the connection')
  socket.setNoDelay(true)
  socket.on('data', (chunk: Buffer) => events.data(chunk))
  socket.once('error', (cause) => {
    error = cause instanceof AmiError ? cause : new AmiError('link-lost', cause.message)
  })
  socket.once('close', () => events.closed(error))
  return {
    write: (bytes) => void socket.write(bytes),
    destroy: () => void socket.destroy(),
  }
}
