import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Order =
  | { type: 'open'; kind: Kind; port: number; count: number; measureAge: boolean }
  | { type: 'count' }
  | { type: 'close' }

type Counted = { type: 'counted'; messages: number; bytes: number; snapshots: number; ages: number[] }
export type FromBrowsers = { type: 'ready' } | { type: 'closed' } | { type: 'failed'; why: string } | Counted

/** `listening` joins and waits, `subscribing` asks for its picture too, `tcp` is a bare socket that reads lines. */
export type Kind = 'listening' | 'subscribing' | 'tcp'

/** Browsers in a process of their own. */
export class Browsers {
  private readonly child: ChildProcess

  constructor() {
    const program = fileURLToPath(new URL('./browser-process.ts', import.meta.url))
    this.child = fork(program, [], { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  }

  /** Resolves once all are connected (and, when subscribing, have their picture). */
  async open(kind: Kind, port: number, count: number, measureAge = false): Promise<void> {
    await this.ask({ type: 'open', kind, port, count, measureAge }, 'ready')
  }

  async count(): Promise<Counted> {
    return (await this.ask({ type: 'count' }, 'counted')) as Counted
  }

  /** Resolves once `messages` have arrived in all. */
  async awaitMessages(messages: number): Promise<void> {
    while ((await this.count()).messages < messages) await new Promise((next) => setTimeout(next, 20))
  }

  async close(): Promise<void> {
    await this.ask({ type: 'close' }, 'closed')
  }

  quit(): void {
    this.child.kill()
  }

  private ask(order: Order, answer: FromBrowsers['type']): Promise<FromBrowsers> {
    return new Promise((resolve, reject) => {
      const hear = (message: FromBrowsers) => {
        if (message.type !== answer && message.type !== 'failed') return
        this.child.off('message', hear)
        if (message.type === 'failed') reject(new Error(message.why))
        else resolve(message)
      }
      this.child.on('message', hear)
      this.child.send(order)
    })
  }
}
