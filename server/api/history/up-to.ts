/** All there are, unless that is more than so many. */
export async function upTo<T>(most: number, all: AsyncIterable<T>): Promise<T[] | 'more'> {
  const found: T[] = []
  for await (const one of all) {
    if (found.length === most) return 'more'
    found.push(one)
  }
  return found
}
