/** Where a command writes. `progress`: a line that the next one replaces; empty: it is gone. */
export type CommandIo = { print(text: string): void; complain(text: string): void; progress?(text: string): void }

/** Back to the beginning of the line, and empties it (ECMA-48, EL). */
const ANEW = '\r\u001b[K'

/** The terminal: answers on stdout, complaints on stderr; how far it is for those alone who look. */
export const terminal: CommandIo = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY && { progress: (text: string) => void process.stderr.write(ANEW + text) }),
}
