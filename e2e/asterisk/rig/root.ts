import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const VERSIONS = ['22', '16'] as const
export type AsteriskVersion = (typeof VERSIONS)[number]

const script = fileURLToPath(new URL('../asterisk-rig', import.meta.url))
const run = promisify(execFile)

const roots = new Map<AsteriskVersion, Promise<string>>()

/** The folder into which Asterisk's and SIPp's packages are unpacked; fetched the first time. */
export function asteriskRoot(version: AsteriskVersion): Promise<string> {
  const known = roots.get(version)
  if (known) return known
  const asked = run(script, ['install', version]).then(({ stdout }) => stdout.trim())
  roots.set(version, asked)
  return asked
}

/** Runs a program of the unpacked packages to its end. */
export async function runInRoot(root: string, program: string, args: string[]): Promise<string> {
  const { stdout } = await run('chroot', [root, program, ...args], { maxBuffer: 64 * 1024 * 1024 })
  return stdout
}

/** Starts a program of the unpacked packages; the kernel kills it when this process ends, however it ends. */
export function spawnInRoot(
  root: string,
  program: string,
  args: string[],
  { cwd = '/', env = [] }: { cwd?: string; env?: readonly `${string}=${string}`[] } = {},
): ChildProcess {
  const inside = ['--pdeathsig', 'KILL', 'chroot', root, '/usr/bin/env', '-C', cwd, ...env, program, ...args]
  return spawn('setpriv', inside, { stdio: 'ignore' })
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
