/**
 * Resolves once `holds`; looks after every turn of the event loop that brings something, and gives up loudly. A browser that has
 * asked for too many snapshots waits ten seconds for its next turn (lib/client/asking.ts), and a machine may be slow.
 */
export async function until(holds: () => boolean, what = 'the condition', timeoutMs = 30_000): Promise<void> {
  const end = performance.now() + timeoutMs
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`)
    await new Promise((next) => setTimeout(next, 2))
  }
}
