import { runCommand, withFiles } from './run-command.mjs'

await runCommand('import', withFiles(process.argv.slice(2)))
