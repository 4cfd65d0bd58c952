import type { z } from '@hono/zod-openapi'
import { problemSchema } from '../schemas'

/** A JSON body that must be there: without `required` it would go unchecked when no content type is sent. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

export function answer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

export function refused(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } }
}
