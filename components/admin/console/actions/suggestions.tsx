'use client'

import { useLiveRecords } from '@/components/live/use-live'
import type { Families, Family } from '@/lib/domain/live-state'
import type { CatalogueParameter } from '@/lib/protocol/admin/catalogue'

type Source<F extends Family> = { family: F; texts: (record: Families[F]) => readonly string[] }

/** A browser's list of more is of no use. */
const MOST = 200

function source<F extends Family>(family: F, texts: Source<F>['texts']): Source<F> {
  return { family, texts }
}

/** Where the live picture has what a parameter of a type takes. */
const SOURCES = {
  channel: source('calls', ({ from, to }) => [from, to].flatMap((party) => party?.channel ?? [])),
  queue: source('queues', ({ name }) => [name]),
  interface: source('members', (member) => [member.interface]),
  extension: source('extensions', ({ exten }) => [exten]),
  context: source('extensions', ({ context }) => [context]),
  endpoint: source('endpoints', ({ name }) => [name]),
  mailbox: source('mailboxes', ({ mailbox }) => [mailbox]),
  conference: source('conferences', ({ name }) => [name]),
} as const

export function hasSuggestions(type: CatalogueParameter['type']): type is keyof typeof SOURCES {
  return Object.hasOwn(SOURCES, type)
}

/** What there is now, for a field that names one of them. */
export function Suggestions({ id, type }: { id: string; type: CatalogueParameter['type'] }) {
  return hasSuggestions(type) ? <Options id={id} {...(SOURCES[type] as Source<Family>)} /> : null
}

function Options({ id, family, texts }: { id: string } & Source<Family>) {
  const all = [...new Set(useLiveRecords(family).flatMap(texts))].slice(0, MOST)
  return (
    <datalist id={id}>
      {all.map((one) => (
        <option key={one} value={one} />
      ))}
    </datalist>
  )
}
