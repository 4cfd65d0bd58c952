import net from 'node:net'
import tls from 'node:tls'
import { AmiError } from './ami-error'
import type { AmiTls } from './options'
import { attachSocket } from './tcp-transport'
import type { Dial } from './transport'

/** Asterisk polls the raw socket: a record with more plaintext than its buffer stalls until the next one arrives. */
const MAX_RECORD_BYTES = 1024

export function tlsDial(host: string, port: number, options: AmiTls): Dial {
  return (events) => {
    const socket = connect(host, port, options)
    let accepted = false
    socket.once('secureConnect', () => {
      const error = options.fingerprint256 ? wrongFingerprint(socket, options.fingerprint256) : null
      accepted = error === null
      if (error) socket.destroy(error)
    })
    return attachSocket(socket, { ...events, data: (chunk) => void (accepted && events.data(chunk)) })
  }
}

/** Gives the socket once its certificate was accepted. */
export function connectTls(
  host: string,
  port: number,
  options: AmiTls,
  done: (error: Error | null, socket?: tls.TLSSocket) => void,
): void {
  const socket = connect(host, port, options)
  socket.once('error', done)
  socket.once('secureConnect', () => {
    const error = options.fingerprint256 ? wrongFingerprint(socket, options.fingerprint256) : null
    if (error) socket.destroy(error)
    else done(null, socket)
  })
}

function connect(host: string, port: number, options: AmiTls): tls.TLSSocket {
  const socket = tls.connect({ host, port, ...trust(host, options) })
  socket.setMaxSendFragment(MAX_RECORD_BYTES)
  return socket
}

function trust(host: string, options: AmiTls): tls.ConnectionOptions {
  const serverName = options.serverName ?? (net.isIP(host) ? undefined : host)
  return {
    // With a fingerprint the certificate is held against that alone, before the first byte is sent.
    rejectUnauthorized: options.fingerprint256 === undefined,
    minVersion: 'TLSv1.2',
    ...(serverName === undefined ? {} : { servername: serverName }),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  }
}

function wrongFingerprint(socket: tls.TLSSocket, expected: string): AmiError | null {
  const own = plainHex(socket.getPeerCertificate().fingerprint256 ?? '')
  if (own !== '' && own === plainHex(expected)) return null
  return new AmiError('not-ami', `The PBX's certificate has SHA-256 fingerprint ${own}, expected ${plainHex(expected)}`)
}

function plainHex(fingerprint: string): string {
  return fingerprint.replace(/[^0-9a-f]/gi, '').toLowerCase()
}
