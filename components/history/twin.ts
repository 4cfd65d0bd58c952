/** Of a time that the clock shows twice the server's label says which one it is: ` +02:00`; of any other nothing. */
export function twinOf(label: string): string {
  return / [+-]\d\d:\d\d$/.exec(label)?.[0] ?? ''
}
