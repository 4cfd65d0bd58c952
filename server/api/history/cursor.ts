import * as z from 'zod'
import type { VisitSort } from '@/lib/protocol/visits'
import type { Place } from '@/server/history/reports/find-visits'

/** Where the next page of a list begins, in which order, and how many there were of it when it was begun; `null`: not counted. */
export type Cursor = { sort: VisitSort; place: Place; total: number | null }

/** What PostgreSQL keeps. */
const text = z.string().refine((word) => !word.includes('\0'))
const total = z.number().int().min(0).nullable()
const cursorSchema = z.union([
  z.tuple([z.enum(['time', 'wait', 'talk']), z.number().int(), text, total]),
  z.tuple([z.enum(['queue', 'ending', 'agent']), text, text, total]),
])

export function cursorText({ sort, place, total }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, place.key, place.id, total])).toString('base64url')
}

/** `null`: no text of ours. */
export function cursorOf(written: string): Cursor | null {
  try {
    const [sort, key, id, total] = cursorSchema.parse(JSON.parse(Buffer.from(written, 'base64url').toString()))
    return { sort, place: { key, id }, total }
  } catch {
    return null
  }
}
