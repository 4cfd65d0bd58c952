import type { CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import { unreachable } from '@/lib/unreachable'

const NUMBER = /^-?\d{1,18}(\.\d{1,9})?$/
const BOOLEAN = /^(yes|no|true|false|on|off|y|n|t|f|1|0)$/i
/** Names that Asterisk's own configuration gives: what separates arguments, names or files is in none of them. */
const PLAIN_NAME = /^[^,&/@|;"\\<>{}$]*$/
/** Channels, interfaces and endpoints have their technology and context. */
const DEVICE = /^[^,&|"\\<>{}]*$/
const MAILBOXES = /^[^&/|;"\\<>{}$]*$/
const VARIABLE = /^[^=\s][^=]*=/

/** What is wrong with a value by its parameter's type, in words; `null`: nothing. Controls are looked for elsewhere. */
export function valueProblem({ type, values }: CatalogueParameter, value: string): string | null {
  switch (type) {
    case 'number':
      return NUMBER.test(value) ? null : 'expected a number'
    case 'boolean':
      return BOOLEAN.test(value) ? null : 'expected yes or no'
    case 'choice':
      return isOneOf(values, value) ? null : `expected one of ${values.join(', ')}`
    case 'queue':
    case 'context':
    case 'extension':
    case 'conference':
    case 'bridge':
      return PLAIN_NAME.test(value) ? null : 'expected a name without , & / @ | ; " \\ < > { } $'
    case 'channel':
    case 'interface':
    case 'endpoint':
      return DEVICE.test(value) ? null : 'expected a device without , & | " \\ < > { }'
    case 'mailbox':
      return MAILBOXES.test(value) ? null : 'expected a mailbox such as 101@default'
    case 'variables':
      return VARIABLE.test(value) ? null : 'expected name=value'
    case 'text':
    case 'secret':
      return null
    default:
      return unreachable(type)
  }
}

function isOneOf(values: readonly string[], value: string): boolean {
  return values.some((one) => one.toLowerCase() === value.toLowerCase())
}
