export type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What a page's address asks for, for the page to read; of what stands there twice the first. */
export async function searchOf(searchParams: Search['searchParams']): Promise<string> {
  const said = Object.entries(await searchParams).flatMap(([key, value]) => {
    const first = Array.isArray(value) ? value[0] : value
    return first === undefined ? [] : [[key, first]]
  })
  return new URLSearchParams(said).toString()
}
