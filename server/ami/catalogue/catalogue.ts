import type { CatalogueAction } from '@/lib/protocol/admin/catalogue'
import { composeCatalogue, type Documentation } from './compose'

/** Versions of which a running Asterisk was read (`npm run catalogue`), the newest first. */
export const DOCUMENTED_VERSIONS = ['22', '16'] as const

let catalogue: Promise<readonly CatalogueAction[]> | null = null

/** Every action of AMI that is known, by name. Read when it is first asked for: it is large, and few ever look at it. */
export function readCatalogue(): Promise<readonly CatalogueAction[]> {
  catalogue ??= readDocumentation().then(composeCatalogue)
  return catalogue
}

async function readDocumentation(): Promise<Documentation[]> {
  const [{ ASTERISK_22 }, { ASTERISK_16 }, { NOT_LOADED }, { OLD_ACTIONS }] = await Promise.all([
    import('./generated/asterisk-22'),
    import('./generated/asterisk-16'),
    import('./by-hand/not-loaded'),
    import('./by-hand/old'),
  ])
  const read = { '22': ASTERISK_22, '16': ASTERISK_16 }
  const documented = DOCUMENTED_VERSIONS.map((version) => ({
    version,
    actions: [...read[version], ...NOT_LOADED.filter(({ versions }) => versions.includes(version))],
  }))
  return [...documented, { version: 'old', actions: OLD_ACTIONS }]
}
