import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '@/package.json' with { type: 'json' }
import { runAccountCommand } from './account/run'
import { openActions } from './compose/actions'
import { openConsole } from './compose/console'
import { openDemo } from './compose/demo'
import { openMemory } from './compose/memory'
import { openPeople, type People } from './compose/people'
import { openPicture } from './compose/picture'
import { openSite } from './compose/site'
import { type Config, ConfigError, readConfig } from './config'
import { sendConsoleToLog } from './console-to-log'
import { runImportCommand } from './history/import/run'
import { runBackupCommand } from './history/keeping/run-backup'
import { runForgetCommand } from './history/keeping/run-forget'
import { ListenError, listen } from './http/listen'
import { createLog, type Log } from './log'
import { openPbxTarget } from './pbx-target'

/** What is still open after this is left to the end of the process. */
const SHUTDOWN_MS = 3_000

const development = process.argv.includes('--dev')
/** The project's folder: one up from `server/` and from `build/`. Whoever starts us may stand elsewhere. */
const root = fileURLToPath(new URL('..', import.meta.url))

/** The product cannot start as it stands; the message says what to do. */
class StartError extends Error {}

try {
  const config = readConfig()
  if (process.argv.includes('--check-config')) tellOfConfig(config)
  else if (process.argv[2] === 'import') process.exit(await runImportCommand(process.argv.slice(3), config))
  else if (process.argv[2] === 'forget-caller') process.exit(await runForgetCommand(process.argv.slice(3), config))
  else if (process.argv[2] === 'backup') process.exit(await runBackupCommand(process.argv.slice(3), config))
  else if (process.argv[2] === 'account') process.exit(await runAccountCommand(process.argv.slice(3), config))
  else await run(config)
} catch (error) {
  if (![ConfigError, ListenError, StartError].some((known) => error instanceof known)) throw error
  // Plainly, as this is for people; the console may already lead to the log.
  process.stderr.write(`Callboard cannot start: ${(error as Error).message}\n`)
  process.exit(1)
}

function tellOfConfig({ pbx, queues }: Config): void {
  const what = pbx ? `Asterisk at ${pbx.host}:${pbx.port}` : 'the simulator, as no PBX is configured'
  console.log(`The configuration is right: ${what}; ${Object.keys(queues).length} queues with settings of their own.`)
}

async function run(config: Config): Promise<void> {
  const { pbx, metrics, auth, listen: where } = config
  const secrets = [pbx?.secret, metrics.token, auth.oidc?.clientSecret].filter((secret) => secret !== undefined)
  const log = createLog({ level: config.log.level, secrets })
  dieOfUncaughtErrors(log)
  if (!development) sendConsoleToLog(log)
  const build = readBuildId()
  const target = await openPbxTarget(config)
  const people = await openPeople(config, target, log)
  const picture = openPicture(config, target, people, log)
  const actions = openActions(picture, people, log, config.board.timeZone)
  const demo = await openDemo(config, target, people, log)
  const memory = await openMemory(config, picture, people, log)
  const place = { root, development }
  const { version } = packageJson
  const amiConsole = openConsole(config, target, people, log)
  const rooms = { picture, people, actions, memory, console: amiConsole }
  const site = await openSite({ ...rooms, config, place, build, version, log })
  const close = async () => {
    // Its streams go on for ever, and the site waits for all requests.
    await Promise.all([amiConsole.close(), site.close(), actions.close()])
    await Promise.all([memory.close(), picture.close(), demo.close()])
    await Promise.all([people.close(), target.close()])
  }
  const url = await listen(site.server, where).catch(async (error: unknown) => {
    await close()
    throw error
  })
  picture.start()
  actions.start()
  log.info({ url, demo: picture.demo, version }, 'listening')
  const firstAdmin = await firstAdminLink(people, url, log)
  process.send?.({ listening: url, demo: picture.demo, firstAdmin })
  onceAsked(log, close)
}

/** Whoever opens it first is the admin, so it is told only where whoever starts us reads. */
async function firstAdminLink({ auth }: People, url: string, log: Log): Promise<string | null> {
  const path = await auth.firstAdminLink()
  if (path === null) return null
  // A launcher prints it in plain words, and then it need not stay in the log.
  if (!process.send) log.warn({ open: url + path }, 'there is no admin yet: open this address once to become the first')
  return url + path
}

function readBuildId(): string {
  if (development) return 'dev'
  const path = join(root, '.next/BUILD_ID')
  if (!existsSync(path))
    throw new StartError('the pages are not built. Run `npm run build`, or `npm start`, which does it.')
  return readFileSync(path, 'utf8').trim()
}

function dieOfUncaughtErrors(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, `ended by an error that nobody caught (${event})`)
      process.exit(1)
    })
  }
}

function onceAsked(log: Log, close: () => Promise<void>): void {
  let asked = false
  const stop = (signal: string) => {
    // Ctrl+C reaches us twice: from the terminal, and through npm start.
    if (asked) return
    asked = true
    log.info({ signal }, 'shutting down')
    setTimeout(() => process.exit(0), SHUTDOWN_MS).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'shutdown failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Who started us (npm start, a test) was killed without a chance to tell us.
  process.on('disconnect', () => stop('disconnect'))
}
