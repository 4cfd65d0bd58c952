/** Lets everything else have its turn: a loop over many rows would keep the process to itself. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
