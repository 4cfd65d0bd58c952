import type { AmiAction, AmiMessage } from '@/server/ami/types'

/** More words help nobody. */
const MOST_WORDS = 200
const END = '_EOF_'

/**
 * Asks Asterisk's own completion for what may follow, as its remote console does (main/asterisk.c `cli_complete`). It
 * only reads, and what it is asked about is not run. `null`: a line that its quotes cannot hold.
 */
export function completionAction(line: string): AmiAction | null {
  if (/["\\]/.test(line) || /^\s/.test(line)) return null
  const word = /\S*$/.exec(line)?.[0] ?? ''
  return { action: 'Command', headers: { Command: `_command matchesarray "${line}" "${word}"` } }
}

/** What may stand for the last word. The first that Asterisk names is what all have in common, and no match itself. */
export function readCompletion(messages: readonly AmiMessage[]): { words: string[]; isCut: boolean } {
  const [answer] = messages
  const output = answer?.name === 'Error' ? '' : (answer?.all('Output').join(' ') ?? '')
  const [, ...matches] = output.split(' ')
  const words = [...new Set(matches.filter((word) => word !== '' && word !== END))]
  return { words: words.slice(0, MOST_WORDS), isCut: words.length > MOST_WORDS }
}
