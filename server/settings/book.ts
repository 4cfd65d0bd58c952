import { z } from 'zod'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import type { EffectiveSettings, SettingName, SettingsBook } from './types'
import { settingSchemas } from './values'

type BookOptions = {
  database: Database
  /** What the configuration file says. */
  fixed: Partial<EffectiveSettings>
  defaults: EffectiveSettings
  clock: Clock
  log: Pick<Log, 'warn'>
}

/** The configuration file fixes this setting. */
export class SettingFixedError extends Error {}
/** The value is none; the message says where and what was expected. */
export class SettingInvalidError extends Error {}

/** All settings as they hold: the configuration file over what administrators have kept, over the defaults. */
export async function createSettingsBook(options: BookOptions): Promise<SettingsBook> {
  const book = new Book(options)
  await book.load()
  return book
}

class Book implements SettingsBook {
  current: EffectiveSettings
  readonly fixed: ReadonlySet<SettingName>
  private readonly listeners = new Set<{ listener: (settings: EffectiveSettings) => void }>()

  constructor(private readonly options: BookOptions) {
    this.current = { ...options.defaults, ...options.fixed }
    this.fixed = new Set(Object.keys(options.fixed) as SettingName[])
  }

  /** What was kept by another version and is no value any more is left out, and said so. */
  async load(): Promise<void> {
    const rows = await this.options.database.db.selectFrom('settings').selectAll().execute()
    const kept: Partial<EffectiveSettings> = {}
    for (const { name, value } of rows) {
      if (!isName(name)) continue
      const parsed = settingSchemas[name].safeParse(JSON.parse(value))
      if (parsed.success) Object.assign(kept, { [name]: parsed.data })
      else this.options.log.warn({ setting: name, why: z.prettifyError(parsed.error) }, 'a kept setting is not valid')
    }
    this.current = { ...this.options.defaults, ...kept, ...this.options.fixed }
  }

  async change<N extends SettingName>(name: N, value: EffectiveSettings[N]): Promise<void> {
    if (this.fixed.has(name)) throw new SettingFixedError(`The configuration file fixes ${name}.`)
    const parsed = settingSchemas[name].safeParse(value)
    if (!parsed.success) throw new SettingInvalidError(`${name}: ${z.prettifyError(parsed.error)}`)
    const row = { value: JSON.stringify(parsed.data), changed_at: this.options.clock.now() }
    await this.options.database.db
      .insertInto('settings')
      .values({ name, changed_by: null, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute()
    this.current = { ...this.current, [name]: parsed.data }
    for (const { listener } of [...this.listeners]) listener(this.current)
  }

  onChange(listener: (settings: EffectiveSettings) => void): () => void {
    const registration = { listener }
    this.listeners.add(registration)
    return () => this.listeners.delete(registration)
  }
}

function isName(name: string): name is SettingName {
  return Object.hasOwn(settingSchemas, name)
}
