/** Lets everything else have its turn: SQLite answers at once, and a loop over it would keep the process to itself. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
