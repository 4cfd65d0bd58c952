import type { CatalogueAction } from '@/lib/protocol/admin/catalogue'
import type { ConsoleAnswer, ConsoleRequest, ConsoleState, EventFilter } from '@/lib/protocol/admin/console'
import { AmiError } from '@/server/ami/ami-error'
import type { CountedAmiConnection } from '@/server/ami/connection'
import type { Audit } from '@/server/audit/types'
import type { Actor } from '@/server/auth/actor'
import type { Clock } from '@/server/clock'
import { ActionBook, type DangerousClass } from './action-book'
import { answerOf } from './answer'
import { checkRequest } from './check-request'
import { completionAction, readCompletion } from './completion'
import { ConsoleError } from './console-error'
import { EventHub } from './event-hub'
import type { EventFeed } from './feed'
import { gather } from './gather'
import { SecretBlot } from './hide'
import { RunRecord } from './run-record'
import { ConsoleSession } from './session'

/** Actions under way at once; AMI answers them one after the other. */
const MOST_RUNNING = 10

type ConsoleOptions = {
  pbx: string
  label: string
  account: ConsoleState['account']
  secret: string
  /** A connection of the console's own; it is started and closed here. */
  connect(): CountedAmiConnection
  /** Read when the console is first used: it is large, and most servers' consoles never are. */
  readCatalogue(): Promise<readonly CatalogueAction[]>
  allowed: readonly DangerousClass[]
  audit: Audit
  clock: Clock
  /** The result of an action could not be written into the audit log, in which its beginning stands. */
  onError(error: unknown): void
}

/** The AMI console: whatever an administrator asks of the PBX, over a session that the live picture does not share. */
export interface Console {
  state(): Promise<ConsoleState>
  /** Rejects with a `ConsoleError` or an `AuditError` when nothing was sent. */
  run(request: ConsoleRequest, by: Actor): Promise<ConsoleAnswer>
  complete(line: string): Promise<{ words: string[]; isCut: boolean }>
  listen(filter: EventFilter): EventFeed
  close(): Promise<void>
}

export function createConsole(options: ConsoleOptions): Console {
  return new AmiConsole(options)
}

class AmiConsole implements Console {
  private readonly blot: SecretBlot
  private readonly hub: EventHub
  private readonly session: ConsoleSession
  private book: Promise<ActionBook> | null = null
  private running = 0

  constructor(private readonly options: ConsoleOptions) {
    const { clock, connect } = options
    this.blot = new SecretBlot(options.secret)
    this.hub = new EventHub(clock, this.blot)
    this.session = new ConsoleSession({ connect, clock, listener: this.hub.listener })
  }

  async state(): Promise<ConsoleState> {
    const { pbx, label, account, allowed } = this.options
    const offers = await this.session.use((connection) => this.session.offers(connection)).catch(unlessUnreachable)
    const { status } = this.session
    return {
      ...{ pbx, label, account, state: status.state },
      why: 'error' in status ? this.blot.text(status.error) : null,
      allowed: [...allowed],
      actions: (await this.readBook()).all(offers),
    }
  }

  async run(request: ConsoleRequest, by: Actor): Promise<ConsoleAnswer> {
    if (this.running >= MOST_RUNNING) throw new ConsoleError('busy', `${MOST_RUNNING} actions are under way already`)
    this.running++
    try {
      return await this.session.use((connection) => this.runOn(connection, request, by))
    } finally {
      this.running--
    }
  }

  async complete(line: string): Promise<{ words: string[]; isCut: boolean }> {
    const asked = completionAction(line)
    if (asked === null) return { words: [], isCut: false }
    return this.session.use(async (connection) => {
      checkRequest({ action: 'Command', headers: [['Command', line]], confirmed: true }, await this.find(connection))
      const { messages } = await gather(asked, this.line(connection, null))
      return readCompletion(messages)
    })
  }

  listen(filter: EventFilter): EventFeed {
    const release = this.session.watch()
    try {
      return this.hub.open(filter, this.session.status, release)
    } catch (error) {
      release()
      throw error
    }
  }

  async close(): Promise<void> {
    this.hub.close()
    await this.session.close()
  }

  private readBook(): Promise<ActionBook> {
    const { readCatalogue, allowed } = this.options
    this.book ??= readCatalogue().then((catalogue) => new ActionBook(catalogue, allowed))
    return this.book
  }

  private async find(connection: CountedAmiConnection, name = 'Command') {
    return (await this.readBook()).find(name, await this.session.offers(connection))
  }

  private line(connection: CountedAmiConnection, endOfList: string | null) {
    return { connection, clock: this.options.clock, endOfList, lost: () => connection.stats().lostMessages }
  }

  private async runOn(connection: CountedAmiConnection, request: ConsoleRequest, by: Actor): Promise<ConsoleAnswer> {
    const { audit, clock, pbx } = this.options
    const spec = await this.find(connection, request.action)
    const record = new RunRecord({ audit, by, pbx, request, spec, onError: this.options.onError })
    try {
      checkRequest(request, spec, this.options.allowed)
    } catch (error) {
      if (error instanceof ConsoleError && error.code === 'class') await record.refused(error.message)
      throw error
    }
    await record.asked()
    const at = clock.now()
    try {
      const action = { action: spec.name, headers: headersOf(request) }
      const exchange = await gather(action, this.line(connection, spec.list?.end ?? null))
      const answer = answerOf(exchange, { action: spec.name, pbx, at, now: clock.now(), blot: this.blot })
      await record.came(answer)
      return answer
    } catch (error) {
      await record.notSent(error instanceof Error ? error.message : String(error))
      if (error instanceof AmiError) throw new ConsoleError('unreachable', error.message)
      throw error
    }
  }
}

/** Repeated names become one header with several lines; their order within a name stays. */
function headersOf({ headers }: ConsoleRequest): Record<string, string[]> {
  const found = new Map<string, { name: string; values: string[] }>()
  for (const [name, value] of headers) {
    const one = found.get(name.toLowerCase()) ?? { name, values: [] }
    one.values.push(value)
    found.set(name.toLowerCase(), one)
  }
  return Object.fromEntries([...found.values()].map(({ name, values }) => [name, values]))
}

function unlessUnreachable(error: unknown): null {
  if (error instanceof ConsoleError) return null
  throw error
}
