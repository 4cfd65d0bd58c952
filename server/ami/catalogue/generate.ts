import type { CatalogueAction, CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import { isStandIn, takesFurtherHeaders } from './by-hand/parameters'
import type { DocumentedAction } from './documented'

/** Writes `generated/asterisk-22.ts` and its like: what a running Asterisk told. */
export function writeDocumentation(version: string, actions: readonly DocumentedAction[]): string {
  return [
    '// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so',
    "import type { DocumentedAction } from '../documented'",
    '',
    '/** Made by `npm run catalogue`: what a running Asterisk tells of its actions. */',
    `export const ASTERISK_${version}: readonly DocumentedAction[] = ${JSON.stringify(actions, null, 2)}`,
    '',
  ].join('\n')
}

/** Writes `generated/specifications.ts`: what each action takes, for the compiler and for the check at run time (`action.ts`). */
export function writeSpecifications(catalogue: readonly CatalogueAction[]): string {
  return [
    '/**',
    ' * Made by `npm run catalogue`. `!`: required; `text`, `number`, `flag`, `variables`, or the values of a choice; `*`: headers',
    ' * of any other name.',
    ' */',
    'export const SPECIFICATIONS = {',
    ...catalogue.map((action) => `  ${action.name}: ${specificationOf(action)},`),
    '} as const',
    '',
  ].join('\n')
}

function specificationOf({ name, parameters }: CatalogueAction): string {
  const fields = parameters
    .filter((parameter) => !isStandIn(name, parameter.name))
    .map((parameter) => `'${parameter.name}': '${kindOf(parameter)}${parameter.required ? '!' : ''}'`)
  return `{ ${[...fields, ...(takesFurtherHeaders(name) ? [`'*': 'text'`] : [])].join(', ')} }`
}

function kindOf({ type, values }: CatalogueParameter): string {
  switch (type) {
    case 'boolean':
      return 'flag'
    case 'variables':
    case 'number':
      return type
    case 'choice':
      return values.join('|')
    default:
      return 'text'
  }
}
