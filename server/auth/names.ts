/** How long names of accounts may be, in UTF-16 units. */
export const MAX_NAME = 64
/** Letters, digits and what stands in names, addresses and extensions; no spaces at the ends, no controls. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@+'-]*(?<! )$/u

/** Under this form a name is unique and is found at sign-in: neither case nor the way accents are written counts. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
}

export function isAccountName(name: string): boolean {
  return name.length <= MAX_NAME && NAME.test(name)
}
