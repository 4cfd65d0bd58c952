import { runCommand } from './run-command.mjs'

await runCommand('forget-caller')
