import { once } from 'node:events'
import http from 'node:http'
import type net from 'node:net'

/** A proxy before Asterisk's HTTP server that counts what is open at the same time. */
export type HttpCounter = {
  port: number
  /** By action: the most that were ever open at once, and how many there were. */
  most(action: string): number
  count(action: string): number
  /** The most that were open at once, whatever they were. */
  mostOfAll(): number
  stop(): Promise<void>
}

export async function startHttpCounter(target: number): Promise<HttpCounter> {
  const [open, most, counts] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const add = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by)
  const begin = (action: string) => {
    for (const key of [action, 'all']) {
      add(open, key, 1)
      most.set(key, Math.max(most.get(key) ?? 0, open.get(key) ?? 0))
    }
    add(counts, action, 1)
  }
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const action = new URLSearchParams(body.toString()).get('Action') ?? ''
    begin(action)
    response.once('close', () => ['all', action].map((key) => add(open, key, -1)))
    const { method, url: path, headers } = request
    const onward = http.request({ host: '127.0.0.1', port: target, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.once('error', () => response.destroy())
    onward.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as net.AddressInfo).port,
    most: (action) => most.get(action) ?? 0,
    count: (action) => counts.get(action) ?? 0,
    mostOfAll: () => most.get('all') ?? 0,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
