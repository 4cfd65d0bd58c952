import type { AmiConnection } from '../types'
import { readDescription } from './description'
import type { DocumentedAction } from './documented'
import { offeredNames } from './offered'

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of the console begin with ESC
const COLOUR = /\u001b\[[\d;]*m/g

/** What a running Asterisk tells of all its actions. The account needs `command`, and every class whose actions are wanted. */
export async function readDocumentation(
  connection: Pick<AmiConnection, 'send'>,
): Promise<{ version: string; actions: DocumentedAction[] }> {
  const cli = async (command: string) => {
    const answer = await connection.send({ action: 'Command', headers: { Command: command } })
    return answer.all('Output').join('\n').replaceAll(COLOUR, '')
  }
  const [, version] = /^Asterisk (?:certified[/-])?(\d+)\./.exec(await cli('core show version')) ?? []
  if (version === undefined) throw new Error('This Asterisk does not say which version it is.')
  const actions: DocumentedAction[] = []
  for (const name of offeredNames(await connection.send({ action: 'ListCommands' }))) {
    const text = await cli(`manager show command ${name}`)
    const described = readDescription(/^Action: (\S+)$/m.exec(text)?.[1] ?? name, text)
    if (described) actions.push(described)
  }
  return { version, actions: actions.toSorted((one, other) => (one.name < other.name ? -1 : 1)) }
}
