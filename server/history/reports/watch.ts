/** Whoever waits for a long answer: may go away, and may want to know how far it is. */
export type Watch = {
  /** Once it is aborted, nothing more is read. */
  signal?: AbortSignal | undefined
  /** @param done from 0 to 1 */
  tell?: ((done: number) => void) | undefined
}
