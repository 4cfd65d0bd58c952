import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { ListenError, listen } from './listen'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

function server(): Server {
  const created = createServer()
  open.push(created)
  return created
}

async function takenPort(): Promise<number> {
  const taker = server()
  await listen(taker, { host: '127.0.0.1', port: 0, portAsked: true })
  return (taker.address() as AddressInfo).port
}

it('gives an address that a browser can open', async () => {
  expect(await listen(server(), { host: '127.0.0.1', port: 0, portAsked: true })).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await listen(server(), { host: '0.0.0.0', port: 0, portAsked: true })).toMatch(/^http:\/\/localhost:\d+$/)
})

it('refuses a port that was asked for and is taken', async () => {
  const port = await takenPort()
  const listening = listen(server(), { host: '127.0.0.1', port, portAsked: true })
  await expect(listening).rejects.toThrow(`Port ${port} is taken on 127.0.0.1. Choose another by CALLBOARD_PORT`)
})

it('takes the next free one when nobody asked', async () => {
  const port = await takenPort()
  const url = await listen(server(), { host: '127.0.0.1', port, portAsked: false })
  expect(Number(new URL(url).port)).toBeGreaterThan(port)
})

it('says so when the address is not of this machine', async () => {
  const listening = listen(server(), { host: '203.0.113.9', port: 0, portAsked: true })
  await expect(listening).rejects.toThrow(ListenError)
})

it('keeps an idle connection for longer than a proxy before it does, so that no request meets its end', async () => {
  const answering = server().on('request', (_request, response) => response.end())
  const url = await listen(answering, { host: '127.0.0.1', port: 0, portAsked: true })
  const agent = new Agent({ keepAlive: true })
  const [response] = (await once(get(url, { agent }), 'response')) as [IncomingMessage]
  agent.destroy()
  const seconds = Number(/timeout=(\d+)/.exec(String(response.headers['keep-alive']))?.[1])
  expect(seconds).toBeGreaterThan(60)
})
