/** How writing stands: `failingSince` in ms since 1970, `null` while all is well. */
export type WriterState = { waiting: number; lost: number; failingSince: number | null; error: string | null }

/** Of several writers of one thing: whoever fails first says since when, and why. */
export function together(...states: readonly WriterState[]): WriterState {
  const sum = (pick: (state: WriterState) => number) => states.reduce((all, state) => all + pick(state), 0)
  const failing = states.filter(({ failingSince }) => failingSince !== null)
  const [first] = failing.sort((one, other) => (one.failingSince ?? 0) - (other.failingSince ?? 0))
  return {
    ...{ waiting: sum(({ waiting }) => waiting), lost: sum(({ lost }) => lost) },
    ...{ failingSince: first?.failingSince ?? null, error: first?.error ?? null },
  }
}

/** What an error says, for whoever looks after the machine. */
export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
