import type { CatalogueAction, CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import type { ConsoleRequest } from '@/lib/protocol/admin/console'
import { createAmiConnection } from '@/server/ami/connection'
import { type Script, ScriptedPbx } from '@/server/ami/testing/scripted-pbx'
import type { Actor } from '@/server/auth/actor'
import { MemoryAudit } from '@/server/auth/testing/memory-audit'
import { FixedClock } from '@/server/testing/fixed-clock'
import { accountOf } from '../account'
import type { DangerousClass } from '../action-book'
import { createConsole } from '../console'
import { CONSOLE_CONNECTION } from '../session'

export const ROOT: Actor = { accountId: 'id-root', name: 'root', origin: { address: '192.0.2.7', via: 'page' } }
export const SECRET = 'top-secret'

/** A parameter of the catalogue: text unless told otherwise. */
export function aParameter(name: string, change: Partial<CatalogueParameter> = {}): CatalogueParameter {
  return { name, type: 'text', required: false, repeated: false, values: [], about: '', versions: ['22'], ...change }
}

/** An action of the catalogue: harmless unless told otherwise. */
export function anAction(name: string, change: Partial<CatalogueAction> = {}): CatalogueAction {
  return {
    ...{ name, summary: `${name}.`, about: '', privileges: [], parameters: [], list: null, versions: ['22'] },
    ...{ danger: 'none', dangerousClass: null, seeAlso: [] },
    ...change,
  }
}

const QUEUE = aParameter('Queue', { type: 'queue' })
/** Enough of a catalogue for every kind of action. */
export const CATALOGUE: readonly CatalogueAction[] = [
  anAction('QueueStatus', { parameters: [QUEUE], list: { items: ['QueueParams'], end: 'QueueStatusComplete' } }),
  anAction('Hangup', { danger: 'harms', parameters: [aParameter('Channel', { type: 'channel', required: true })] }),
  anAction('Command', { danger: 'harms', dangerousClass: 'command', parameters: [aParameter('Command')] }),
  anAction('Originate', {
    danger: 'changes',
    parameters: [
      aParameter('Channel', { type: 'interface' }),
      aParameter('Application'),
      aParameter('Timeout', { type: 'number' }),
      aParameter('Async', { type: 'boolean' }),
      aParameter('Variable', { type: 'variables', repeated: true }),
    ],
  }),
  anAction('Login', { parameters: [aParameter('Username'), aParameter('Secret', { type: 'secret' })] }),
  anAction('MailboxCount', { parameters: [aParameter('Mailbox', { type: 'mailbox' })] }),
  anAction('SetSecret', { danger: 'changes', parameters: [aParameter('Word', { type: 'secret' })] }),
  anAction('OldAction'),
]
const OFFERED = [
  ...CATALOGUE.map(({ name }) => name).filter((name) => name !== 'OldAction'),
  'GetConfig: Retrieve configuration.  (Priv: system,config,all)',
  'Mystery: Something of a module.  (Priv: call,all)',
  'Logoff: Logoff Manager.  (Priv: <none>)',
]

type RoomOptions = { script?: Script; allowed?: readonly DangerousClass[]; catalogue?: readonly CatalogueAction[] }

/** The console with a scripted PBX, time that stands still, and a log in memory. */
export async function openConsoleRoom({ script = {}, allowed = [], catalogue = CATALOGUE }: RoomOptions = {}) {
  const offered = catalogue === CATALOGUE ? OFFERED : catalogue.map(({ name }) => name)
  const pbx = await ScriptedPbx.listen({
    secret: SECRET,
    ...script,
    answers: {
      ListCommands: ({ ActionID }) => `Response: Success\nActionID: ${ActionID}\n${offered.map(offer).join('\n')}\n`,
      Events: ({ ActionID }) => `Response: Success\nActionID: ${ActionID}\nEvents: On\n`,
      ...script.answers,
    },
  })
  const [clock, audit] = [new FixedClock(), new MemoryAudit()]
  const account = { host: '127.0.0.1', port: pbx.port, username: 'callboard' }
  const errors: unknown[] = []
  const console = createConsole({
    ...{ pbx: 'main', label: 'Main', secret: SECRET, allowed, audit, clock, readCatalogue: async () => catalogue },
    account: accountOf({ ...account, secret: SECRET }),
    connect: () => createAmiConnection({ ...account, ...CONSOLE_CONNECTION, secret: SECRET, clock, random: () => 0 }),
    onError: (error) => errors.push(error),
  })
  return {
    ...{ pbx, clock, audit, console, errors },
    run: (action: string, headers: ConsoleRequest['headers'] = [], confirmed = false) =>
      console.run({ action, headers, confirmed }, ROOT),
    /** Everything that people's actions made the PBX read. */
    sent: () => pbx.sessions.flatMap(({ actions }) => actions).filter(({ Action }) => !OWN.has(Action)),
    async close() {
      await pbx.close()
      await console.close()
    },
  }
}

/** What the console's session sends by itself. */
const OWN = new Set(['Challenge', 'Login', 'ListCommands', 'Events', 'Ping', 'Logoff'])

function offer(text: string): string {
  return text.includes(':') ? text : `${text}: It does.  (Priv: <none>)`
}
