/** Something that happened: its kind, when (ms since 1970), and what is told of it. */
export type On<Type extends string, Fields = unknown> = { type: Type; at: number } & Fields
