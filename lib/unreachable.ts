/**
 * Ends a switch over a union: the compiler refuses the call while a case is missing.
 * Throws at run time, because a value that no case knows came from outside unchecked.
 */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
