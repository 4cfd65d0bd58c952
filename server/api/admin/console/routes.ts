import { createRoute } from '@hono/zod-openapi'
import {
  completionRequestSchema,
  completionSchema,
  consoleAnswerSchema,
  consoleRequestSchema,
  consoleStateSchema,
  eventFilterSchema,
} from '@/lib/protocol/admin/console'
import { actorOf, json, jsonBody, refusals } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import type { ConsoleDeps } from './deps'
import { consoleRefusal } from './refusal'
import { eventStream } from './stream'

const PATH = '/api/v1/admin/console'

/** The AMI console: what there is, one action run, a command completed, events as they come. */
export function addConsoleRoutes(api: Api, deps: ConsoleDeps): void {
  addState(api, deps)
  addRun(api, deps)
  addCompletion(api, deps)
  addEvents(api, deps)
}

function addState(api: Api, { console }: ConsoleDeps): void {
  const route = createRoute({
    method: 'get',
    path: PATH,
    summary: 'Every AMI action with its documentation, and whether it can be run at this PBX.',
    responses: { 200: json('By name.', consoleStateSchema) },
  })
  api.openapi(route, async (c) => c.json(await console.state(), 200))
}

function addRun(api: Api, { console }: ConsoleDeps): void {
  const route = createRoute({
    method: 'post',
    path: `${PATH}/run`,
    summary: 'Runs one AMI action and tells its answer, with the exact bytes. Written into the audit log.',
    request: jsonBody(consoleRequestSchema),
    responses: { 200: json('What the PBX answered, an error included.', consoleAnswerSchema), ...refusals },
  })
  api.openapi(route, async (c) => {
    try {
      return c.json(await console.run(c.req.valid('json'), actorOf(c)), 200)
    } catch (error) {
      return consoleRefusal(c, error)
    }
  })
}

function addCompletion(api: Api, { console }: ConsoleDeps): void {
  const route = createRoute({
    method: 'post',
    path: `${PATH}/complete`,
    summary: 'What may stand for the last word of a command line, by Asterisk’s own completion. Nothing is run.',
    request: jsonBody(completionRequestSchema),
    responses: { 200: json('In Asterisk’s order.', completionSchema), ...refusals },
  })
  api.openapi(route, async (c) => {
    try {
      return c.json(await console.complete(c.req.valid('json').line), 200)
    } catch (error) {
      return consoleRefusal(c, error)
    }
  })
}

function addEvents(api: Api, deps: ConsoleDeps): void {
  const route = createRoute({
    method: 'get',
    path: `${PATH}/events`,
    summary: 'Events as they come, as lines of JSON, until whoever asks goes or may no longer.',
    request: { query: eventFilterSchema },
    responses: { 200: { description: 'Lines of JSON; each says how many events were left out.' }, ...refusals },
  })
  api.openapi(route, (c) => {
    try {
      const stream = eventStream(deps, c.req.valid('query'), c.get('principal'))
      c.header('content-type', 'application/x-ndjson')
      // A proxy that gathers lines would show them late.
      c.header('x-accel-buffering', 'no')
      return c.body(stream)
    } catch (error) {
      return consoleRefusal(c, error)
    }
  })
}
