import { runCommand, withFiles } from './run-command.mjs'

await runCommand('backup', withFiles(process.argv.slice(2)))
