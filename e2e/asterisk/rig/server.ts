import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { end, runInRoot, spawnInRoot } from './root'

const BOOT_MS = 30_000

/** The process of one Asterisk, by its folder in the unpacked root. */
export type Server = {
  /** Runs a command of Asterisk's own console: the truth that the tests hold the product against. */
  cli(command: string): Promise<string>
  /** kill -9: nobody is told. */
  kill(): Promise<void>
  /** Waits until its process is gone, whoever ended it: only then are its ports free. */
  ended(): Promise<void>
  /** Starts after `kill`; returns when the process runs, long before Asterisk has booted. */
  start(): void
  booted(): Promise<void>
  /** What it logged so far, in `messages.log` or another file of its log folder. */
  log(file?: string): string
}

export function startServer(root: string, inside: string): Server {
  const conf = `${inside}/etc/asterisk.conf`
  // It writes into its databases within calls and queues: a disk that others keep busy would hold these up by seconds.
  const env = ['LD_PRELOAD=libeatmydata.so'] as const
  const spawnIt = () => spawnInRoot(root, '/usr/sbin/asterisk', ['-f', '-C', conf], { env })
  let child = spawnIt()
  const server: Server = {
    cli: (command) => runInRoot(root, '/usr/sbin/asterisk', ['-C', conf, '-rx', command]),
    kill: () => end(child, 'SIGKILL'),
    ended: async () => {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    start: () => {
      child = spawnIt()
    },
    booted: () => waitUntilBooted(server),
    log: (file = 'messages.log') => readFileSync(`${root}${inside}/log/${file}`, 'utf8'),
  }
  return server
}

async function waitUntilBooted({ cli, log }: Server): Promise<void> {
  const deadline = Date.now() + BOOT_MS
  while (Date.now() < deadline) {
    // Until its control socket is there the command fails at once; from then on it waits by itself.
    if (
      await cli('core waitfullybooted').then(
        () => true,
        () => false,
      )
    )
      return
    await pause(50)
  }
  throw new Error(`Asterisk did not boot within ${BOOT_MS} ms. It said:\n${log()}`)
}
