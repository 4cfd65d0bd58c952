import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './root.mjs'

const STILL_AT_IT_MS = 10_000

/**
 * Runs a command that takes its time: says so, says it again every ten seconds, and shows the command's own output
 * only when it fails. Throws a `StepError` then.
 *
 * @param {string} title what is being done, such as `Installing packages`
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] over the process's own
 */
export async function runStep(title, command, args, env = {}) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  console.log(`${title} …`)
  const reminder = setInterval(() => console.log(`  still at it (${seconds()} s)`), STILL_AT_IT_MS)
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (bytes) => (output += bytes))
  child.stderr.on('data', (bytes) => (output += bytes))
  const code = await once(child, 'close').then(
    ([exit]) => exit,
    (error) => error.message,
  )
  clearInterval(reminder)
  if (code !== 0) throw new StepError(`${title} failed (${command} ${args.join(' ')}: ${code}).\n${output}`)
  console.log(`  done in ${seconds()} s`)
}

/**
 * Runs what has to be done first, one after the other. The process ends with the reason of the first that fails.
 *
 * @param {...() => Promise<void>} steps
 */
export async function runOrExit(...steps) {
  try {
    for (const step of steps) await step()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}

/** A step failed; the message holds all its output. */
export class StepError extends Error {}
