import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root } from './root.mjs'

/** How often we look whether whoever started us is still there. */
const PARENT_LOOK_MS = 500

/** Settings from a `.env` beside the project, if there is one; what is set already wins. */
export function loadEnvFile() {
  if (existsSync(`${root}.env`)) process.loadEnvFile(`${root}.env`)
}

/**
 * Runs the server to its end, passes signals on, and prints its address once it listens.
 *
 * @param {string[]} args of Node
 * @param {string} mode of NODE_ENV
 * @returns {Promise<number>} exit code
 */
export function runServer(args, mode) {
  const env = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  child.on('message', (message) => console.log(banner(message)))
  // A terminal sends Ctrl+C to the whole group; the child says goodbye to the PBX before it ends.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) whenOrphaned(() => child.kill('SIGTERM'))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

/** A signal to `npm start` ends npm and its shell, and the shell passes it to nobody: without this we would stay. */
function whenOrphaned(end) {
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    end()
  }, PARENT_LOOK_MS)
  look.unref()
}

function banner({ listening, demo, firstAdmin }) {
  const lines = [`Callboard is at ${listening}`]
  if (demo) lines.push('Demo data: no PBX is configured (README.md, "Connecting your Asterisk").')
  if (firstAdmin)
    lines.push(
      '',
      'Nobody can sign in yet. Open this link once to choose the first admin’s name and password:',
      firstAdmin,
    )
  return ['', ...lines.map((line) => (line === '' ? '' : `  ${line}`)), ''].join('\n')
}
