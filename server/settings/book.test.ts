import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { createSettingsBook, SettingFixedError, SettingInvalidError } from './book'
import { DEFAULT_SETTINGS } from './defaults'
import type { EffectiveSettings } from './types'

describe.each(databases)('the settings ($kind)', ({ open }) => {
  let test: TestDatabase
  const warnings: unknown[] = []
  beforeEach(async () => {
    test = await open()
    warnings.length = 0
  })
  afterEach(() => test.dispose())

  const openBook = (fixed: Partial<EffectiveSettings> = {}) =>
    createSettingsBook({
      ...{ database: test.database, fixed, defaults: DEFAULT_SETTINGS, clock: new FixedClock() },
      log: { warn: (what: unknown) => void warnings.push(what) },
    })

  it('are the defaults until somebody says otherwise, and are kept over a restart', async () => {
    const book = await openBook()
    expect(book.current).toEqual(DEFAULT_SETTINGS)
    await book.change('pauseReasons', [{ name: 'Обед', limitSeconds: 1800 }])
    await book.change('pauseReasons', [{ name: 'Lunch', limitSeconds: null }])
    expect((await openBook()).current.pauseReasons).toEqual([{ name: 'Lunch', limitSeconds: null }])
  })

  it('that the configuration file fixes win over what was kept, and cannot be changed', async () => {
    await (await openBook()).change('crmLink', 'https://old.example.net/?phone={number}')
    const book = await openBook({ crmLink: 'https://crm.example.net/?phone={number}' })
    expect([book.current.crmLink, [...book.fixed]]).toEqual(['https://crm.example.net/?phone={number}', ['crmLink']])
    await expect(book.change('crmLink', null)).rejects.toThrow(SettingFixedError)
  })

  it.each([
    ['crmLink', 'javascript:alert(1)'],
    ['pauseReasons', [{ name: 'я'.repeat(40), limitSeconds: null }]],
    ['routes', { ...DEFAULT_SETTINGS.routes, conference: 'no-context' }],
  ] as const)('take no %s that is none', async (name, value) => {
    const book = await openBook()
    await expect(book.change(name, value as never)).rejects.toThrow(SettingInvalidError)
    expect(book.current).toEqual(DEFAULT_SETTINGS)
  })

  it('tell whoever listens of each change', async () => {
    const book = await openBook()
    const told: boolean[] = []
    const stop = book.onChange(({ freePauseReason }) => told.push(freePauseReason))
    await book.change('freePauseReason', false)
    stop()
    await book.change('freePauseReason', true)
    expect(told).toEqual([false])
  })

  it('kept by another version and no longer valid are left out, and said so', async () => {
    const row = { name: 'crmLink', value: '"ftp://x"', changed_at: 0, changed_by: null }
    await test.database.db.insertInto('settings').values(row).execute()
    expect((await openBook()).current.crmLink).toBeNull()
    expect(warnings).toHaveLength(1)
  })
})
