import type { Diff, Heartbeat } from '@/lib/protocol/messages'
import type { Browser } from './browser'

/** First byte of a WebSocket text frame in one piece (RFC 6455, 5.2). */
const FINAL_TEXT = 0x81

/**
 * Says the same to many browsers: written down once, as one frame in one buffer, so that each browser costs one small
 * write. `emit` to a room would write header and body apart. engine.io takes a ready frame by an option that its types
 * do not show (engine.io 6.6, lib/transports/websocket.ts); should it ever go, the text beside it is sent as usual.
 */
export function broadcast(browsers: Iterable<Browser>, message: Diff | Heartbeat): void {
  // Socket.IO's packet type 2 (EVENT) within Engine.IO's packet type 4 (message).
  const packet = `2${JSON.stringify([message.type, message])}`
  const options: object = { wsPreEncodedFrame: [textFrame(`4${packet}`)] }
  for (const browser of browsers) browser.conn.write(packet, options)
}

/** An unmasked frame, as servers send them. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafeSlow(head + length)
  frame[0] = FINAL_TEXT
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, head)
  return frame
}
