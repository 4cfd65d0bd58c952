import { setImmediate as turn } from 'node:timers/promises'
import { liveDiffSchema, recordSchemas } from '@/lib/protocol/picture'
import type { Database } from '@/server/db/types'
import type { ChunkSpan } from './coverage'
import { type Moment, momentsIn } from './moment'
import { unpackText } from './pack'
import { RECORDED_FAMILIES } from './recorded'

/** Chunks looked through are not looked through again, up to so many. */
const REMEMBERED = 20_000

/** A chunk cannot be read: its bytes are broken, or another version of this product wrote records of another shape. */
export class UnreadableError extends Error {}

/** Reads chunks, and believes what it reads only once it has looked at it: it may be of a version before this one. */
export class ChunkReader {
  private readonly seen = new Set<string>()

  /** `ownRun`: what this very process records. */
  constructor(
    private readonly database: Database,
    private readonly ownRun: string | null,
  ) {}

  /** The moments of a chunk, in their order. Rejects with an `UnreadableError`. */
  async read({ id, run, to }: ChunkSpan): Promise<Moment[]> {
    const row = await this.database.db
      .selectFrom('replay_chunks')
      .select('data')
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw new UnreadableError(`the chunk ${id} is no more`)
    const moments = await this.unpack(id, row.data)
    if (run !== this.ownRun && !this.seen.has(id)) {
      for (const moment of moments)
        if (!isReadable(moment)) throw new UnreadableError(`the chunk ${id} is of another version`)
      if (this.seen.size >= REMEMBERED) this.seen.clear()
      this.seen.add(id)
    }
    await turn()
    // It may have grown since the span was asked for.
    return moments.filter(({ at }) => at <= to)
  }

  private async unpack(id: string, data: Uint8Array): Promise<Moment[]> {
    try {
      return momentsIn(await unpackText(data))
    } catch (error) {
      throw new UnreadableError(`the chunk ${id} is broken`, { cause: error })
    }
  }
}

function isReadable(moment: Moment): boolean {
  if (typeof moment.at !== 'number') return false
  if ('diff' in moment) return liveDiffSchema.safeParse(moment.diff).success
  const { state } = moment
  return RECORDED_FAMILIES.every((family) => {
    const schema = recordSchemas[family]
    return Object.values(state[family] ?? {}).every((record) => schema.safeParse(record).success)
  })
}
