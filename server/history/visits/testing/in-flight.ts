import type { Database } from '@/server/db/types'

/** Waits until nobody asks anything of a database: after its kill, a product asks nothing more either. */
export function idleOf({ db }: Database): () => Promise<void> {
  let asked = 0
  const executor = db.getExecutor()
  const provide = executor.provideConnection.bind(executor)
  executor.provideConnection = async (consumer) => {
    asked += 1
    try {
      return await provide(consumer)
    } finally {
      asked -= 1
    }
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return async () => {
    // Whoever has an answer may ask the next thing within a few turns.
    for (let quiet = 0; quiet < 5; quiet = asked === 0 ? quiet + 1 : 0) await turn()
  }
}
