import type { CatalogueAction } from './catalogue'

/** Commands that read and change nothing have their verb second: `core show channels`, `mixmonitor list PJSIP/101-1`. */
const READS = /^(?!restart\b|stop\b)[\w-]+ (?:show|list|get)\b|^help\b/i

/** Whether a line of Asterisk's console only reads. Who cannot tell asks first. */
export function commandReads(line: string): boolean {
  return READS.test(line.trim())
}

/** Whether somebody has to say first that this is meant: it can end calls, lose data or reload. */
export function needsConfirmation(
  { name, danger }: Pick<CatalogueAction, 'name' | 'danger'>,
  headers: readonly (readonly [name: string, value: string])[],
): boolean {
  if (name.toLowerCase() !== 'command') return danger === 'harms'
  const line = headers.find(([header]) => header.toLowerCase() === 'command')?.[1] ?? ''
  return !commandReads(line)
}
