/** Makes an answer as long as somebody waits for it; `null`: whoever asked went away meanwhile, which is no fault. */
export async function unlessGone<T>(signal: AbortSignal, make: () => Promise<T>): Promise<T | null> {
  try {
    return await make()
  } catch (error) {
    if (signal.aborted) return null
    throw error
  }
}
