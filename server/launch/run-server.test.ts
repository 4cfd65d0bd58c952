import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './root.mjs'

/** Stands for the server: says who it is, and says goodbye on SIGTERM. */
const SERVER = `
process.on('SIGTERM', () => process.stdout.write('goodbye', () => process.exit(0)))
setInterval(() => {}, 1000)
process.stdout.write('running')
`

function heard(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    let all = ''
    child.stdout?.on('data', (data) => {
      all += data
      if (all.includes(text)) resolve()
    })
  })
}

/** As npm does it: a shell that waits for the command and passes no signal on. */
function startUnderShell(): ChildProcess {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-'))
  writeFileSync(join(folder, 'server.mjs'), SERVER)
  const launch = join(folder, 'launch.mjs')
  const runServer = `import { runServer } from '${root}server/launch/run-server.mjs'`
  writeFileSync(launch, `${runServer}\nprocess.exitCode = await runServer(['${folder}/server.mjs'], 'production')\n`)
  return spawn('sh', ['-c', `"${process.execPath}" "${launch}"; exit $?`], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
}

it.skipIf(process.platform === 'win32')('the server ends when the shell of npm was ended over its head', async () => {
  const shell = startUnderShell()
  await heard(shell, 'running')
  const goodbye = heard(shell, 'goodbye')
  const closed = once(shell, 'close')
  shell.kill('SIGTERM')
  await goodbye
  await closed // every process that held the output has ended
  expect(shell.signalCode).toBe('SIGTERM')
})
