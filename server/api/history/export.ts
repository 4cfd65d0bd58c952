import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refusing } from '@/server/api/admin/answers'
import { streamed } from '@/server/api/streamed'

export const EXPORT_FORMATS = ['csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** `format` of a list. */
export const formatQuery = z
  .enum(EXPORT_FORMATS)
  .optional()
  .describe('All of them as a file: `json` has one on each line')

/** A file, sent as whoever asked takes it. */
export function exported(c: Context, format: ExportFormat, name: string, texts: AsyncGenerator<string>): never {
  const [type, ending] = format === 'csv' ? ['text/csv; charset=utf-8', 'csv'] : ['application/x-ndjson', 'jsonl']
  c.header('content-type', type)
  c.header('content-disposition', `attachment; filename="${name}.${ending}"`)
  return refusing(c.body(streamed(texts)))
}
