import { createHmac, hkdfSync } from 'node:crypto'
import type { Database } from '@/server/db/types'
import { numberKey } from '../number-key'

const KEY_BYTES = 32

/** Is whoever called with this number at this moment (ms) forgotten? */
export type IsForgotten = (number: string | null, at: number) => boolean

/**
 * Who was forgotten, so that no log brings them back. There are so few numbers that a plain hash tells each of them: only
 * whoever has the key besides, which is no part of the database and its backups, knows a number again.
 */
export class ForgottenCallers {
  private readonly key: Buffer

  /** `key`: what else is sealed with it shares nothing with the hashes. */
  constructor(key: Buffer) {
    this.key = Buffer.from(hkdfSync('sha256', key, '', 'forgotten callers', KEY_BYTES))
  }

  /** Forgotten is what they did until now; who calls again is somebody new. */
  async keep({ db }: Database, number: string, at: number): Promise<void> {
    await db
      .insertInto('forgotten_callers')
      .values({ hash: this.hashOf(number), at })
      .onConflict((conflict) => conflict.column('hash').doUpdateSet({ at }))
      .execute()
  }

  async read(db: Database['db']): Promise<IsForgotten> {
    const rows = await db.selectFrom('forgotten_callers').selectAll().execute()
    const until = new Map(rows.map(({ hash, at }) => [hash, at]))
    return (number, at) => {
      const key = until.size === 0 ? null : numberKey(number)
      return key !== null && at <= (until.get(this.hashOf(key)) ?? Number.NEGATIVE_INFINITY)
    }
  }

  private hashOf(key: string): string {
    return createHmac('sha256', this.key).update(key).digest('base64url')
  }
}
