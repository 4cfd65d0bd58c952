import type { AccountRights, NumberRights, Role } from '@/lib/domain/rights'
import type { Command } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import { createApi } from '@/server/api/app'
import { guardOf } from '@/server/api/testing/guard-of'
import { SAMPLE_BOARD } from '@/server/api/testing/sample-board'
import { sampleStore } from '@/server/api/testing/sample-store'
import type { Database } from '@/server/db/types'
import { lostHouse, RULES } from '@/server/history/lost/testing/lost-house'
import { aPrincipal, FakeAuth, rightsOfRole } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { addLostRoutes } from '../routes'

export type Asker = { role?: Role; queues?: AccountRights['queues']; numbers?: NumberRights; phone?: string }

/** The API of lost callers over a database, with the queues support and sales; people ask by name. */
export function lostApi(database: Database, people: Readonly<Record<string, Asker>>, blindSince: number | null = null) {
  const house = lostHouse(database)
  const store = sampleStore()
  const dialled: Command[] = []
  let failure: Error | null = null
  const api = createApi({
    ...{ store, board: SAMPLE_BOARD, version: '1', now: () => house.clock.now(), log: silentLog },
    guard: guardOf(new FakeAuth(...Object.entries(people).map(([name, asker]) => principalOf(name, asker)))),
    routes: [
      (one) =>
        addLostRoutes(one, {
          ...{ database, tables: store.tables, clock: house.clock, rulesOf: () => RULES, timeZone: 'UTC' },
          ...{
            dayStart: (now) => now - (now % 86_400_000),
            written: async () => {},
            checks: () => [],
            queueGroups: () => ({ care: ['sales'] }),
          },
          ...{ blind: () => (blindSince === null ? null : { pbx: 'main', since: blindSince }), ...house },
          commands: {
            run: async (_by, id, command) => {
              if (failure) throw failure
              dialled.push(command)
              return receiptOf(id)
            },
          },
        }),
    ],
  })
  return {
    ...house,
    dialled,
    /** From now on no command can even be begun. */
    fails(error: Error) {
      failure = error
    },
    async ask(who: string, path: string, body?: unknown) {
      const ours = { host: 'board.example.net', origin: 'http://board.example.net', 'content-type': 'application/json' }
      const headers = { ...ours, cookie: `callboard_session=${who}` }
      const change = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const answer = await api.request(`/api/v1/lost${path}`, { headers, ...change })
      const text = await answer.text()
      return { status: answer.status, text, body: parsed(text) }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function principalOf(name: string, { role = 'supervisor', queues = null, numbers, phone }: Asker) {
  const phones = phone === undefined ? [] : [{ pbx: 'main', interface: phone, exten: null, label: null }]
  const rights = rightsOfRole(role, { queues, ...(numbers && { numbers }) })
  return aPrincipal(name, role, { rights, phones })
}

function receiptOf(id: string): Receipt {
  return {
    ...{ id, type: 'dial', subject: { who: null, queue: null, value: null }, startedAt: 0, state: 'underway' },
    ...{ steps: [], reason: null, detail: null, cancellable: true, undo: null },
  }
}
