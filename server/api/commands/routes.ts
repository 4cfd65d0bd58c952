import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { commandRequestSchema, commandSchemas } from '@/lib/protocol/commands'
import { receiptSchema } from '@/lib/protocol/receipts'
import { abilitiesSchema } from '@/lib/protocol/viewer'
import type { Api } from '@/server/api/app'
import { problem } from '@/server/api/schemas'
import type { Principal } from '@/server/auth/types'
import type { Commands } from '@/server/commands/types'

type CommandDeps = { commands: Commands }

/** What people do to the PBX, and what became of it. */
export function addCommandRoutes(api: Api, { commands }: CommandDeps): void {
  addRun(api, commands)
  addReceipts(api, commands)
  addCalls(api, commands)
  const abilities = createRoute({
    method: 'get',
    path: '/api/v1/abilities',
    summary: 'What each PBX offers: per command null, or why it cannot be had there.',
    responses: { 200: json('Per PBX.', z.object({ abilities: z.array(abilitiesSchema) })) },
  })
  api.openapi(abilities, (c) => c.json({ abilities: [...commands.abilities()] }, 200))
}

function addRun(api: Api, commands: Commands): void {
  const route = createRoute({
    method: 'post',
    path: '/api/v1/commands',
    summary: 'Has something done; the receipt tells how far it is. The same id twice is one command.',
    request: { body: body(commandRequestSchema) },
    responses: { 202: json('The receipt.', receiptSchema) },
  })
  api.openapi(route, async (c) => {
    const { id, command } = c.req.valid('json')
    const principal = c.get('principal')
    if (command.type === 'dial' && !mayDial(principal)) return refuseToken(c) as never
    return c.json(await commands.run(principal, id, command, c.get('origin')), 202)
  })
}

function addReceipts(api: Api, commands: Commands): void {
  const list = createRoute({
    method: 'get',
    path: '/api/v1/commands',
    summary: 'One’s own receipts, the newest first.',
    responses: { 200: json('Receipts.', z.object({ items: z.array(receiptSchema) })) },
  })
  api.openapi(list, (c) => c.json({ items: [...commands.receipts(accountOf(c.get('principal')))] }, 200))
  const one = createRoute({
    method: 'get',
    path: '/api/v1/commands/{id}',
    summary: 'One of one’s own receipts.',
    request: { params },
    responses: { 200: json('The receipt.', receiptSchema) },
  })
  api.openapi(one, (c) => answerReceipt(c, commands, c.req.valid('param').id) as never)
}

/** Click-to-call for programs: `dial` and `cancel` under names of their own. */
function addCalls(api: Api, commands: Commands): void {
  const dial = createRoute({
    method: 'post',
    path: '/api/v1/calls',
    summary: 'Rings one’s own phone and then calls a number; the receipt follows the call to its end.',
    request: { body: body(commandSchemas.dial.omit({ type: true }).extend({ id: z.uuid().optional() })) },
    responses: { 202: json('The receipt.', receiptSchema) },
  })
  api.openapi(dial, async (c) => {
    const { id = crypto.randomUUID(), ...what } = c.req.valid('json')
    return c.json(await commands.run(c.get('principal'), id, { type: 'dial', ...what }, c.get('origin')), 202)
  })
  const look = createRoute({
    method: 'get',
    path: '/api/v1/calls/{id}',
    summary: 'The receipt of a call that one began.',
    request: { params },
    responses: { 200: json('The receipt.', receiptSchema) },
  })
  api.openapi(look, (c) => answerReceipt(c, commands, c.req.valid('param').id) as never)
  const end = createRoute({
    method: 'delete',
    path: '/api/v1/calls/{id}',
    summary: 'Ends a call that one began.',
    request: { params },
    responses: { 202: json('The receipt.', receiptSchema) },
  })
  api.openapi(end, async (c) => {
    const { id: receipt } = c.req.valid('param')
    const run = commands.run(c.get('principal'), crypto.randomUUID(), { type: 'cancel', receipt }, c.get('origin'))
    return c.json(await run, 202)
  })
}

const params = z.object({ id: z.uuid() })

function answerReceipt(c: Context, commands: Commands, id: string) {
  const receipt = commands.receipt(accountOf(c.get('principal')), id)
  if (receipt) return c.json(receipt, 200)
  return problem(c, { title: 'Not Found', status: 404, detail: 'You have no such receipt, or it is forgotten.' })
}

function accountOf(principal: Principal): string {
  return principal.accountId ?? ''
}

function mayDial({ scopes }: Principal): boolean {
  return scopes === null || scopes.includes('dial')
}

function refuseToken(c: Context) {
  return problem(c, { title: 'Forbidden', status: 403, detail: 'This token is not for dialling.' })
}

function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}
