import { expect, test } from 'vitest'
import type { AuditLine, AuditSearch } from '@/server/audit/types'
import { actionMarks } from './action-marks'

const SPAN = { from: 0, to: 1_000_000 }
const ANA = { accountId: 'ana', rights: { permissions: {}, numbers: 'all' } } as const

test('what one did oneself is told, however much others did since', async () => {
  const busy = [aLine(1, 'ana'), ...Array.from({ length: 5_000 }, (_, index) => aLine(index + 2, 'bob'))]
  expect(await actionMarks(logOf(busy), SPAN, ANA)).toMatchObject([{ kind: 'action', action: 'agent.pause', at: 1 }])
})

function aLine(seq: number, actorId: string): AuditLine {
  const origin = { address: '192.0.2.7', via: 'page' } as const
  const about = { action: 'agent.pause', actor: actorId, actorId, target: null, origin, detail: {}, ref: null }
  return { ...about, result: 'done', seq, at: seq, hash: '' }
}

function logOf(lines: readonly AuditLine[]) {
  const newest = [...lines].reverse()
  return {
    search: async ({ before = Number.POSITIVE_INFINITY, limit }: AuditSearch) =>
      newest.filter(({ seq }) => seq < before).slice(0, limit),
  }
}
