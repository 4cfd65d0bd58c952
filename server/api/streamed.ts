/** So much is handed on at once: a line each would cost more than the lines. */
const PIECE = 32 * 1024

/** Texts as whoever asked takes them, so that no answer stands in memory; who goes away ends them. */
export function streamed(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let piece = ''
      while (piece.length < PIECE) {
        const { value, done } = await texts.next()
        if (done) {
          if (piece !== '') controller.enqueue(encoder.encode(piece))
          return controller.close()
        }
        piece += value
      }
      controller.enqueue(encoder.encode(piece))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
