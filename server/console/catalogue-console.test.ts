import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CatalogueAction, CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import { readCatalogue } from '@/server/ami/catalogue/catalogue'
import { openConsoleRoom } from './testing/console-room'

/** What ends a line or a message, or is lost on the way. */
const HOSTILE = [
  'a\r',
  'a\n',
  'a\r\n\r\nAction: Originate',
  'a\0',
  'a\u2028b',
  'a\u2029b',
  'a\u0085b',
  'a\ud83d',
  'x'.repeat(1100),
]
/** What separates arguments; a text may hold it, and nothing that names one thing. */
const SEPARATED = ['a&b', 'a,b', `$\{SHELL(id)}`]
const FREE: readonly CatalogueParameter['type'][] = ['text', 'secret', 'variables', 'mailbox']

let catalogue: readonly CatalogueAction[]
let room: Awaited<ReturnType<typeof openConsoleRoom>>
beforeAll(async () => {
  catalogue = await readCatalogue()
  room = await openConsoleRoom({ catalogue, allowed: ['config', 'command', 'system'] })
})
afterAll(() => room.close())

it('no field of any action of the catalogue sends a byte of hostile input', async () => {
  const wrong: unknown[] = []
  let tried = 0
  for (const { name, parameters } of catalogue) {
    for (const parameter of parameters) {
      const values = FREE.includes(parameter.type) ? HOSTILE : [...HOSTILE, ...SEPARATED]
      for (const value of values) {
        tried++
        const refused = await room.run(name, [[parameter.name, value]], true).catch((error: unknown) => error)
        const { code } = refused as { code?: string }
        if (code !== 'invalid' && code !== 'session') wrong.push([name, parameter.name, value, refused])
      }
    }
  }
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(3_000)
  expect(room.sent()).toEqual([])
  expect(room.audit.lines).toEqual([])
})

it('what would change the session that all consoles share is refused, whatever the catalogue says of it', async () => {
  for (const name of ['Login', 'Logoff', 'Challenge', 'Events', 'Filter', 'WaitEvent', 'IAXnetstats']) {
    const refused = await room.run(name, [], true).catch((error: unknown) => error)
    expect(['session', 'notOffered']).toContain((refused as { code?: string }).code)
  }
  expect(room.sent()).toEqual([])
})

it('every action that can harm asks first', async () => {
  const harmful = catalogue.filter(({ danger }) => danger === 'harms').map(({ name }) => name)
  expect(harmful.length).toBeGreaterThan(10)
  for (const name of harmful) {
    const refused = await room.run(name).catch((error: unknown) => error)
    expect(['unconfirmed', 'session']).toContain((refused as { code?: string }).code)
  }
  expect(room.sent()).toEqual([])
})
