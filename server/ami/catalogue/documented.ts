/** What an Asterisk's own documentation tells of one action, before anything is added to it. */
export type DocumentedAction = {
  name: string
  summary: string
  about: string
  privileges: readonly string[]
  parameters: readonly DocumentedParameter[]
  /** Told of few lists only, and not always completely (`by-hand/lists.ts`). */
  list: { items: readonly string[]; end: string } | null
  seeAlso: readonly string[]
}

export type DocumentedParameter = { name: string; required: boolean; about: string }
