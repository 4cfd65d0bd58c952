import { createRoute } from '@hono/zod-openapi'
import type { LinkHealth } from '@/lib/domain/link'
import { type AdminPbx, adminPbxSchema } from '@/lib/protocol/admin/pbx'
import type { Api } from '@/server/api/app'
import { json } from './answers'
import type { AdminDeps } from './deps'
import { featuresOf, writeLineOf } from './features'

type PbxDeps = Pick<AdminDeps, 'store' | 'doors' | 'abilities'>

/** The PBXs: how the links stand, what our accounts may do there, which phones are known. */
export function addPbxRoutes(api: Api, deps: PbxDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/admin/pbx',
    summary: 'Links, versions, and the rights of our account as Asterisk sees them (ListCommands).',
    responses: { 200: json('By name.', adminPbxSchema) },
  })
  api.openapi(route, (c) => {
    const links = [...deps.store.links.values()].sort((one, other) => (one.pbx < other.pbx ? -1 : 1))
    return c.json({ items: links.map((link) => pbxOf(link, deps)) }, 200)
  })
}

function pbxOf(link: LinkHealth, { store, doors, abilities }: PbxDeps): AdminPbx {
  const door = doors.find(({ pbx }) => pbx === link.pbx)
  // Without a link nobody knows what the account may; nothing is said to be missing then.
  const features = door?.isLive ? featuresOf((action) => door.offers(action)) : []
  return {
    link,
    abilities: abilities().find(({ pbx }) => pbx === link.pbx) ?? null,
    features,
    writeLine: writeLineOf(features),
    interfaces: interfacesOf(link.pbx, store.tables),
  }
}

/** Devices besides phones are queues, parking slots, custom states and conferences. */
const IS_PHONE = /^(PJSIP|SIP|IAX2|DAHDI|SCCP|Skinny|Motif)\//i

/** Members' phones first by name, then devices that are in no queue. */
function interfacesOf(pbx: string, tables: PbxDeps['store']['tables']): AdminPbx['interfaces'] {
  const found = new Map<string, string | null>()
  for (const member of tables.members.values()) {
    if (member.pbx === pbx && !found.has(member.interface)) found.set(member.interface, member.name)
  }
  for (const { pbx: where, device } of tables.devices.values()) {
    if (where === pbx && IS_PHONE.test(device) && !found.has(device)) found.set(device, null)
  }
  return [...found]
    .map(([name, person]) => ({ interface: name, name: person }))
    .sort((one, other) => (one.interface < other.interface ? -1 : 1))
}
