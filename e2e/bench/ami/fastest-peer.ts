import { AMI_PEERS, type AmiPeer, openPeer } from './parsers'
import { megabytesPerSecond, secondsFor } from './side-by-side'

/** The peer that was fastest over these chunks; one that loses events or breaks is said and left out. */
export async function fastestPeer(
  chunks: readonly Buffer[],
  events: number,
  peers: NodeJS.Require,
  report: (line: string) => void,
): Promise<AmiPeer> {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const times: { name: AmiPeer; seconds: number }[] = []
  for (const name of AMI_PEERS) {
    try {
      // The first run warms up.
      await secondsFor(chunks, events, openPeer(name, peers))
      const seconds = await secondsFor(chunks, events, openPeer(name, peers))
      times.push({ name, seconds })
      report(`${name}: ${megabytesPerSecond(bytes, seconds)}`)
    } catch (error) {
      report(`${name}: left out, ${(error as Error).message}`)
    }
  }
  const fastest = times.sort((a, b) => a.seconds - b.seconds)[0]
  if (!fastest) throw new Error('no peer came through')
  return fastest.name
}
