import * as z from 'zod'
import type { Place } from '@/server/history/reports/find-visits'

/** Where the next page of a list begins, and how many there were of it when it was begun. */
export type Cursor = { place: Place; total: number }

const cursorSchema = z.tuple([z.union([z.number(), z.string()]), z.string(), z.number().int().min(0)])

export function cursorText({ place, total }: Cursor): string {
  return Buffer.from(JSON.stringify([place.key, place.id, total])).toString('base64url')
}

/** `null`: no text of ours. */
export function cursorOf(text: string): Cursor | null {
  try {
    const [key, id, total] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { place: { key, id }, total }
  } catch {
    return null
  }
}
