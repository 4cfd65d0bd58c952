/** A log as it is read, line by line. */
export async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n')
}
