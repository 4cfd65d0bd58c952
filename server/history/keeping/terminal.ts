/** Where a command writes. */
export type CommandIo = { print(text: string): void; complain(text: string): void }

/** The terminal: answers on stdout, complaints on stderr. */
export const terminal: CommandIo = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
}
