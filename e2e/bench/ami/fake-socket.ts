import { EventEmitter } from 'node:events'
import net from 'node:net'
import { StringDecoder } from 'node:string_decoder'

/** Stands in for the socket of a peer, so that it is measured without the network: bytes are pushed in by hand. */
class FakeSocket extends EventEmitter {
  readonly writable = true
  readonly readyState = 'open'
  private decoder: StringDecoder | null = null

  setEncoding(encoding: BufferEncoding): this {
    this.decoder = new StringDecoder(encoding)
    return this
  }

  push(chunk: Buffer): void {
    this.emit('data', this.decoder ? this.decoder.write(chunk) : chunk)
  }

  setKeepAlive(): this {
    return this
  }

  setNoDelay(): this {
    return this
  }

  write(): boolean {
    return true
  }
}

/** The socket that a peer opens by `net.createConnection` while `open` runs. */
export function catchSocket(open: () => void): FakeSocket {
  const socket = new FakeSocket()
  const real = net.createConnection
  net.createConnection = () => socket as unknown as net.Socket
  try {
    open()
  } finally {
    net.createConnection = real
  }
  return socket
}
