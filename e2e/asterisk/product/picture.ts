import type { z } from 'zod'
import type { Call } from '@/lib/domain/call'
import type { Caller } from '@/lib/domain/caller'
import type { Extension } from '@/lib/domain/extension'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import {
  callerSchema,
  callSchema,
  extensionSchema,
  linkSchema,
  memberSchema,
  queueSchema,
} from '@/lib/protocol/records'

/** What the product's API gives at one moment, each record held against its schema. */
export type Picture = {
  now: number
  queues: Queue[]
  members: Member[]
  callers: Caller[]
  calls: Call[]
  extensions: Extension[]
}

export async function readPicture(url: string): Promise<Picture> {
  const [queues, members, callers, calls, extensions] = await Promise.all([
    readList(url, 'queues', queueSchema),
    readList(url, 'members', memberSchema),
    readList(url, 'callers', callerSchema),
    readList(url, 'calls', callSchema),
    readList(url, 'extensions', extensionSchema),
  ])
  return {
    now: queues.now,
    queues: queues.items,
    members: members.items,
    callers: callers.items,
    calls: calls.items,
    extensions: extensions.items,
  }
}

/** The first PBX's link; the tests have one. */
export async function readLink(url: string) {
  const { items } = await readList(url, 'pbx', linkSchema)
  const [link] = items
  if (link === undefined) throw new Error('The API knows no PBX.')
  return link
}

/** How the link stands now; `as before`: it has not changed since that moment. What is over quickly is not missed so. */
export async function linkAfter(url: string, before: { since: number }): Promise<string> {
  const { state, since } = await readLink(url)
  return since === before.since ? 'as before' : state
}

async function readList<R>(url: string, family: string, schema: z.ZodType<R>): Promise<{ now: number; items: R[] }> {
  const response = await fetch(`${url}/api/v1/${family}`)
  if (!response.ok) throw new Error(`GET /api/v1/${family} gave ${response.status}: ${await response.text()}`)
  const { now, items } = (await response.json()) as { now: number; items: unknown[] }
  return { now, items: items.map((item) => schema.parse(item)) }
}
