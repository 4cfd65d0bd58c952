import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  adminSettingsSchema,
  numberVerdictSchema,
  SETTING_KEYS,
  type SettingKey,
  settingChangeSchema,
} from '@/lib/protocol/admin/settings'
import type { Api } from '@/server/api/app'
import { problem } from '@/server/api/schemas'
import { AuditError } from '@/server/audit/types'
import type { Actor } from '@/server/auth/actor'
import { recorded } from '@/server/auth/actor'
import type { EffectiveSettings, SettingsBook } from '@/server/settings/types'
import { dialRules, settingSchemas } from '@/server/settings/values'
import { notAudited } from './account-refusal'
import { actorOf, conflict, json, jsonBody, refusals, refusing } from './answers'
import type { AdminDeps } from './deps'
import { shortJson } from './short-json'
import { tryNumber } from './try-number'

type SettingsDeps = Pick<AdminDeps, 'settings' | 'audit'>

const numberTrySchema = z.strictObject({ number: z.string().trim().min(1).max(64), rules: dialRules })

/** What can be set: read with who fixed it, changed one by one, and tried before it is kept. */
export function addAdminSettingsRoutes(api: Api, deps: SettingsDeps): void {
  addRead(api, deps.settings)
  addTry(api)
  addChange(api, deps)
}

function addRead(api: Api, settings: SettingsBook): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/admin/settings',
    summary: 'All settings; those that the configuration file fixes cannot be changed here.',
    responses: { 200: json('As they are.', adminSettingsSchema) },
  })
  api.openapi(route, (c) => c.json({ items: SETTING_KEYS.map((name) => view(settings, name)) }, 200))
}

function addTry(api: Api): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/admin/settings/dial/try',
    summary: 'What these dial rules would make of a number. Nothing is dialled and nothing is kept.',
    request: jsonBody(numberTrySchema),
    responses: { 200: json('What would be dialled, or why not.', numberVerdictSchema), 422: refusals[422] },
  })
  api.openapi(route, (c) => {
    const { rules, number } = c.req.valid('json')
    return c.json(tryNumber(rules, number), 200)
  })
}

function addChange(api: Api, deps: SettingsDeps): void {
  const route = createRoute({
    method: 'put',
    path: '/api/v1/admin/settings/{name}',
    summary: 'Changes a setting, unless somebody else did meanwhile or the configuration file fixes it.',
    request: { params: z.object({ name: z.enum(SETTING_KEYS) }), ...jsonBody(settingChangeSchema) },
    responses: { 200: json('As it is now.', adminSettingsSchema.shape.items.element), ...refusals },
  })
  api.openapi(route, async (c) => {
    const { name } = c.req.valid('param')
    const { version, value } = c.req.valid('json')
    const { settings } = deps
    if (settings.fixed.has(name)) return conflict(c, 'fixed', `The configuration file fixes ${name}.`)
    if (version !== versionOf(settings.current[name])) {
      const more = { current: view(settings, name) }
      return conflict(c, 'changed-since', 'Somebody changed this setting meanwhile.', more)
    }
    const parsed = settingSchemas[name].safeParse(value)
    if (!parsed.success) return wrong(c, parsed.error.issues)
    try {
      await keep(deps, name, parsed.data as EffectiveSettings[SettingKey], actorOf(c))
    } catch (error) {
      if (error instanceof AuditError) return notAudited(c)
      return settingRefusal(c, error)
    }
    return c.json(view(settings, name), 200)
  })
}

async function keep({ settings, audit }: SettingsDeps, name: SettingKey, value: unknown, by: Actor): Promise<void> {
  const detail = { before: shortJson(settings.current[name]), after: shortJson(value) }
  const done = { action: 'settings.changed', target: name, detail }
  await recorded(audit, by, done, () => settings.change(name, value as EffectiveSettings[typeof name]))
}

/** The book looks at values with eyes of its own, and says where it does not like one. */
function settingRefusal(c: Context, error: unknown): never {
  if (!(error instanceof Error) || !/^Setting(Invalid|Fixed)Error$/.test(error.constructor.name)) throw error
  return refusing(problem(c, { title: 'Unprocessable Content', status: 422, detail: error.message }))
}

function wrong(c: Context, issues: readonly { path: readonly PropertyKey[]; message: string }[]): never {
  const errors = issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
  return refusing(problem(c, { title: 'Unprocessable Content', status: 422, detail: 'A field is wrong.', errors }))
}

function view(settings: SettingsBook, name: SettingKey) {
  const value: unknown = settings.current[name]
  return { name, value, version: versionOf(value), fixed: settings.fixed.has(name) }
}

/** Stands for one value and no other, so that nobody overwrites what they did not see. */
function versionOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
}
