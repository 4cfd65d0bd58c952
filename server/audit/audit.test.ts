import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '@/lib/domain/testing/hostile-texts'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { createAudit } from './audit'
import { csvOf, jsonOf, linesOf } from './export'
import { type Audit, type AuditEntry, AuditError } from './types'

function anEntry(more: Partial<AuditEntry> = {}): AuditEntry {
  return {
    ...{ action: 'agent.pause', actor: 'marta', actorId: 'a1', target: 'Anna', result: 'done', ref: null },
    origin: { address: '192.0.2.7', via: 'page' },
    detail: { reason: 'lunch' },
    ...more,
  }
}

describe.each(databases)('the audit log ($kind)', ({ kind, open }) => {
  let test: TestDatabase
  let audit: Audit
  const clock = new FixedClock()

  beforeEach(async () => {
    test = await open()
    audit = createAudit({ database: test.database, clock })
  })
  afterEach(() => test.dispose())

  /** As somebody with the database's own tools would. */
  async function tamper(statement: string): Promise<void> {
    const { db } = test.database
    const drop = kind === 'sqlite' ? ['audit_no_update', 'audit_no_delete'] : ['audit_append_only on audit']
    for (const trigger of drop) await sql.raw(`drop trigger ${trigger}`).execute(db)
    await sql.raw(statement).execute(db)
  }

  it('keeps lines in their order, numbered without a gap, and finds itself whole', async () => {
    await Promise.all(Array.from({ length: 450 }, (_, i) => audit.write(anEntry({ ref: String(i) }))))
    const lines = await audit.search({ limit: 500 })
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 450 }, (_, i) => 450 - i))
    expect(lines.map(({ ref }) => ref)).toEqual(Array.from({ length: 450 }, (_, i) => String(449 - i)))
    expect(await audit.verify()).toEqual({ lines: 450, broken: null })
  })

  it('is whole when it is empty', async () => {
    expect(await audit.verify()).toEqual({ lines: 0, broken: null })
  })

  it('shows a line that was changed, taken out or cut off at the end', async () => {
    for (const target of ['a', 'b', 'c', 'd']) await audit.write(anEntry({ target }))
    await tamper(`update audit set target = 'x' where seq = 3`)
    expect((await audit.verify()).broken).toBe(3)
    await sql.raw(`update audit set target = 'c' where seq = 3`).execute(test.database.db)
    expect((await audit.verify()).broken).toBeNull()
    await sql.raw('delete from audit where seq = 4').execute(test.database.db)
    expect((await audit.verify()).broken).toBe(4)
    await sql.raw('delete from audit where seq = 2').execute(test.database.db)
    expect((await audit.verify()).broken).toBe(2)
  })

  it('lets nobody change or delete a line through the product', async () => {
    await audit.write(anEntry())
    await expect(test.database.db.updateTable('audit').set({ target: 'x' }).execute()).rejects.toThrow('append-only')
    await expect(test.database.db.deleteFrom('audit').execute()).rejects.toThrow('append-only')
  })

  it('is chained on by a second process', async () => {
    const other = createAudit({ database: test.database, clock })
    await Promise.all([audit.write(anEntry()), other.write(anEntry()), audit.write(anEntry()), other.write(anEntry())])
    expect(await audit.verify()).toEqual({ lines: 4, broken: null })
  })

  it('says so when it cannot be written, and goes on once it can', async () => {
    await sql.raw('alter table audit rename to away').execute(test.database.db)
    await expect(audit.write(anEntry())).rejects.toThrow(AuditError)
    await sql.raw('alter table away rename to audit').execute(test.database.db)
    expect((await audit.write(anEntry())).seq).toBe(1)
    expect((await audit.verify()).broken).toBeNull()
  })

  it('is searched by words of any script and case, by actor, action and time', async () => {
    const now = clock.now()
    await audit.write(anEntry({ target: 'Дарья Орлова' }))
    await audit.write(anEntry({ target: 'Łucja', actor: 'bob', action: 'call.listen', detail: { seconds: 12 } }))
    const found = async (search: Partial<Parameters<Audit['search']>[0]>) =>
      (await audit.search({ limit: 10, ...search })).map(({ target }) => target)
    expect(await found({ text: 'ОРЛОВА marta' })).toEqual(['Дарья Орлова'])
    expect(await found({ text: 'lunch' })).toEqual(['Дарья Орлова'])
    expect(await found({ text: '%' })).toEqual([])
    expect(await found({ actor: 'bob' })).toEqual(['Łucja'])
    expect(await found({ action: 'call.listen' })).toEqual(['Łucja'])
    expect(await found({ from: now + 1 })).toEqual([])
    expect(await found({ before: 2 })).toEqual(['Дарья Орлова'])
  })

  it('finds the one line among very many, and what lies before a line', async () => {
    await audit.write(anEntry({ target: 'Первая' }))
    for (let i = 0; i < 25; i++) await Promise.all(Array.from({ length: 900 }, () => audit.write(anEntry())))
    await audit.write(anEntry({ target: 'Последняя' }))
    const seqs = async (search: Parameters<Audit['search']>[0]) => (await audit.search(search)).map(({ seq }) => seq)
    expect(await seqs({ text: 'первая', limit: 5 })).toEqual([1])
    expect(await seqs({ actor: 'marta', before: 20_400, limit: 3 })).toEqual([20_399, 20_398, 20_397])
    expect(await seqs({ text: 'lunch', limit: 2 })).toEqual([22_502, 22_501])
  })

  it('ends its search at once before a line that is far from written', async () => {
    await audit.write(anEntry())
    expect((await audit.search({ before: Number.MAX_SAFE_INTEGER, limit: 5 })).map(({ seq }) => seq)).toEqual([1])
    expect(await audit.search({ before: Number.MAX_SAFE_INTEGER, action: 'nothing', limit: 5 })).toEqual([])
  })

  it('gives hostile texts back as they were', async () => {
    for (const target of Object.values(HOSTILE_TEXTS)) await audit.write(anEntry({ target }))
    const lines = await audit.search({ limit: 100 })
    expect(lines.map(({ target }) => target).reverse()).toEqual(Object.values(HOSTILE_TEXTS))
    expect((await audit.verify()).broken).toBeNull()
  })

  it('stays whole over texts that no database keeps as they are', async () => {
    const entry = anEntry({
      target: 'half \ud83d a pair',
      actor: 'nul\0',
      detail: { note: '\udc00\0', speed: Number.NaN },
    })
    await audit.write(entry)
    await audit.write(anEntry({ target: 'x'.repeat(100_000) }))
    const [long, odd] = await audit.search({ limit: 2 })
    expect(odd).toMatchObject({
      target: 'half \ufffd a pair',
      actor: 'nul\ufffd',
      detail: { note: '\ufffd\ufffd', speed: null },
    })
    expect(long?.target).toHaveLength(2_000)
    expect(await audit.verify()).toEqual({ lines: 2, broken: null })
  })

  it('is found whole while lines are being written', async () => {
    for (let i = 0; i < 3; i++) await audit.write(anEntry())
    const looks: Promise<{ broken: number | null }>[] = []
    const writes = Array.from({ length: 40 }, async () => {
      looks.push(audit.verify())
      await audit.write(anEntry())
    })
    await Promise.all(writes)
    expect((await Promise.all(looks)).map(({ broken }) => broken)).toEqual(Array(40).fill(null))
  })

  it('shows a line that was put behind the last', async () => {
    await audit.write(anEntry())
    const columns = 'at, action, actor, actor_id, target, address, via, result, detail, ref, folded, hash'
    await sql.raw(`insert into audit (seq, ${columns}) select 2, ${columns} from audit`).execute(test.database.db)
    expect(await audit.verify()).toEqual({ lines: 1, broken: 2 })
  })

  it('is exported whole, as CSV and as JSON', async () => {
    for (let i = 0; i < 3; i++) await audit.write(anEntry({ target: '=cmd()' }))
    const all = async (pieces: AsyncIterable<string>) => {
      let text = ''
      for await (const piece of pieces) text += piece
      return text
    }
    const csv = await all(csvOf(linesOf(audit, {})))
    expect(csv.split('\r\n')).toHaveLength(5)
    expect(csv).toContain(`,marta,'=cmd(),192.0.2.7,page,done,`)
    const json = await all(jsonOf(linesOf(audit, {})))
    expect(
      json
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).seq),
    ).toEqual([3, 2, 1])
  })
})
