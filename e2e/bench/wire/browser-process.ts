import { connect, type Socket } from 'node:net'
import type { FromBrowsers, Order } from './browsers'
import { FrameReader } from './frame-reader'
import { steadyNow } from './measure'

/**
 * Many browsers in a process of their own, so that the server's CPU is measured alone. They speak just enough
 * WebSocket and Engine.IO to be served, and parse nothing, so that they do not hold up what is measured.
 */
const SUBSCRIBE = '42["subscribe",{"queues":null}]'
/** Record field in which a server writes the moment (ms, steady) of a change. */
const STAMP = '"loggedInAt":'

const sockets: Socket[] = []
let messages = 0
let bytes = 0
let snapshots = 0
let ages: number[] = []

process.on('message', (order: Order) => {
  if (order.type === 'open') open(order)
  if (order.type === 'count') {
    tell({ type: 'counted', messages, bytes, snapshots, ages })
    ages = []
  }
  if (order.type === 'close') {
    for (const socket of sockets.splice(0)) socket.destroy()
    messages = bytes = snapshots = 0
    tell({ type: 'closed' })
  }
})

function open({ kind, port, count, measureAge }: Extract<Order, { type: 'open' }>): void {
  let ready = 0
  const onReady = () => {
    ready += 1
    if (ready === count) tell({ type: 'ready' })
  }
  for (let index = 0; index < count; index++) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', (error) => tell({ type: 'failed', why: String(error) }))
    socket.setNoDelay(true)
    sockets.push(socket)
    if (kind === 'tcp') countLines(socket, onReady)
    else browse(socket, onReady, kind === 'subscribing', measureAge)
  }
}

function countLines(socket: Socket, onReady: () => void): void {
  socket.on('connect', onReady)
  socket.on('data', (chunk) => {
    bytes += chunk.length
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) messages += 1
  })
}

function browse(socket: Socket, onReady: () => void, subscribes: boolean, measureAge: boolean): void {
  const frames = new FrameReader((opcode, payload, length) => {
    bytes += length
    if (opcode === 2) {
      snapshots += 1
      if (subscribes) onReady()
      return
    }
    const text = payload.toString('latin1', 0, 40)
    if (text.startsWith('0{')) send(socket, '40')
    else if (text === '2') send(socket, '3')
    else if (text.startsWith('40')) {
      if (subscribes) send(socket, SUBSCRIBE)
      else onReady()
    } else if (text.startsWith('42["diff"')) {
      messages += 1
      if (measureAge) ages.push(steadyNow() - stampIn(payload))
    } else if (text.startsWith('42["snapshot"')) snapshots += 1
  })
  socket.on('data', (chunk) => frames.push(chunk))
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n' +
      'Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  )
}

/** A text frame as browsers send it: masked (RFC 6455, 5.3), here with a mask of zeros. */
function send(socket: Socket, text: string): void {
  const payload = Buffer.from(text)
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]))
}

function stampIn(payload: Buffer): number {
  const at = payload.indexOf(STAMP)
  return at < 0 ? Number.NaN : Number.parseFloat(payload.toString('latin1', at + STAMP.length, at + STAMP.length + 20))
}

function tell(message: FromBrowsers): void {
  process.send?.(message)
}
