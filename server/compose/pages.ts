import { createServer, type RequestListener } from 'node:http'
import type { Duplex } from 'node:stream'

/** Where the product stands, and how it was started. */
export type Place = {
  /** The project's folder. */
  root: string
  development: boolean
}

export type Pages = {
  handle: RequestListener
  /** Hot reload. */
  upgrade(...upgrade: [Parameters<RequestListener>[0], Duplex, Buffer]): void
  close(): Promise<void>
}

/**
 * Next gets a server of its own that never listens: it would take all upgrades from the real one.
 * `hostname`: where development's hot reload is asked for; Next refuses it for others.
 */
export async function openPages({ root, development }: Place, hostname: string): Promise<Pages> {
  // Next and React read it when they load, so they are loaded after.
  Object.assign(process.env, { NODE_ENV: development ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const { default: next } = await import('next')
  const bystander = createServer()
  const app = next({ dev: development, dir: root, httpServer: bystander, hostname })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handle: (request, response) => void handle(request, response),
    upgrade: (...upgrade) => bystander.emit('upgrade', ...upgrade),
    close: () => app.close(),
  }
}
