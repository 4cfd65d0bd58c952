import type { Selectable } from 'kysely'
import { z } from 'zod'
import { fold } from '@/lib/fold'
import type { Tables } from '@/server/db/tables'
import type { AuditLine } from './types'

const detailSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

type AuditRow = Selectable<Tables['audit']>

export function toRow(line: AuditLine): AuditRow {
  const { seq, at, action, actor, actorId, target, origin, result, detail, ref, hash } = line
  return {
    ...{ seq, at, action, actor, actor_id: actorId, target, address: origin.address, via: origin.via },
    ...{ result, detail: JSON.stringify(detail), ref, folded: foldedOf(line), hash },
  }
}

export function toLine(row: AuditRow): AuditLine {
  return {
    seq: row.seq,
    at: row.at,
    action: row.action,
    actor: row.actor,
    actorId: row.actor_id,
    target: row.target,
    origin: { address: row.address, via: row.via as AuditLine['origin']['via'] },
    result: row.result as AuditLine['result'],
    detail: detailSchema.catch({}).parse(JSON.parse(row.detail)),
    ref: row.ref,
    hash: row.hash,
  }
}

/** All that can be searched, folded here: SQLite's own `lower()` knows no Cyrillic. */
function foldedOf({ action, actor, target, origin, detail }: AuditLine): string {
  const values = Object.values(detail).filter((value) => typeof value === 'string')
  return fold([action, actor, target, origin.address, ...values].filter((text) => text !== null).join('\n'))
}
