import * as z from 'zod'
import type { CatalogueAction } from '@/lib/protocol/admin/catalogue'
import { OLD_ACTIONS } from './by-hand/old'
import { composeCatalogue, type Documentation } from './compose'
import { documentedActionSchema } from './documented'

/** Versions of which a running Asterisk was read (`npm run catalogue`), the newest first. */
export const DOCUMENTED_VERSIONS = ['22', '16'] as const
export type DocumentedVersion = (typeof DOCUMENTED_VERSIONS)[number]

const documentationSchema = z.array(documentedActionSchema)
const notLoadedSchema = z.array(documentedActionSchema.extend({ versions: z.array(z.enum(DOCUMENTED_VERSIONS)) }))

let catalogue: Promise<readonly CatalogueAction[]> | null = null

/** Every action of AMI that is known, by name. Read when it is first asked for: it is large, and few ever look at it. */
export function readCatalogue(): Promise<readonly CatalogueAction[]> {
  catalogue ??= readDocumentation().then(composeCatalogue)
  return catalogue
}

async function readDocumentation(): Promise<Documentation[]> {
  const [at22, at16, notLoaded] = await Promise.all([
    import('./generated/asterisk-22.json'),
    import('./generated/asterisk-16.json'),
    import('./by-hand/not-loaded.json'),
  ])
  const read = { '22': documentationSchema.parse(at22.default), '16': documentationSchema.parse(at16.default) }
  const others = notLoadedSchema.parse(notLoaded.default)
  const documented = DOCUMENTED_VERSIONS.map((version) => ({
    version,
    actions: [...read[version], ...others.flatMap(({ versions, ...one }) => (versions.includes(version) ? one : []))],
  }))
  return [...documented, { version: 'old', actions: OLD_ACTIONS }]
}
