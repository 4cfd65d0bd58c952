/** Node's own decoders behind `toString`, without its argument checks: they are called for every value read. */
type Slices = {
  latin1Slice(start: number, end: number): string
  utf8Slice(start: number, end: number): string
}

/**
 * The text at `bytes[start, end)` as a string of its own, which keeps nothing else in memory. Invalid UTF-8 becomes
 * U+FFFD. `ascii` must be true only when every byte is below 128.
 */
export function textAt(bytes: Buffer, start: number, end: number, ascii: boolean): string {
  if (end <= start) return ''
  if (ascii && end === start + 1) return String.fromCharCode(bytes[start] as number)
  const slices = bytes as unknown as Slices
  return ascii ? slices.latin1Slice(start, end) : slices.utf8Slice(start, end)
}
