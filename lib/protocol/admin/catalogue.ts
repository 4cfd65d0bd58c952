import * as z from 'zod'

/**
 * What a parameter takes. `variables`: repeated `name=value` lines; `queue`, `channel`, `endpoint` and so on name what a
 * form can offer from the live picture.
 */
export const PARAMETER_TYPES = [
  'text',
  'number',
  'boolean',
  'choice',
  'variables',
  'secret',
  'channel',
  'bridge',
  'queue',
  'interface',
  'extension',
  'context',
  'endpoint',
  'mailbox',
  'conference',
] as const

export const catalogueParameterSchema = z.strictObject({
  /** As Asterisk spells it: `ChannelId`. `ActionID` is never among them. */
  name: z.string(),
  type: z.enum(PARAMETER_TYPES),
  required: z.boolean(),
  /** May stand in an action several times (`Variable`). */
  repeated: z.boolean(),
  /** For a choice. */
  values: z.array(z.string()),
  /** Asterisk's own words, as plain text; empty: none. */
  about: z.string(),
  /** Versions that know it, as those of the action. */
  versions: z.array(z.string()),
})

/**
 * What an action can do besides reading: nothing, change something that can be changed back, harm (end calls, lose data,
 * reload). `config`, `command`, `system`: classes that the configuration must allow before they can be run at all.
 */
export const DANGERS = ['none', 'changes', 'harms'] as const
export const DANGEROUS_CLASSES = ['config', 'command', 'system'] as const

export const catalogueActionSchema = z.strictObject({
  name: z.string(),
  /** One line, and the whole description as plain text. */
  summary: z.string(),
  about: z.string(),
  /** Classes of which an account needs one for writing; empty: any account may. */
  privileges: z.array(z.string()),
  parameters: z.array(catalogueParameterSchema),
  /** For a list: names of its items and of the event that ends it. */
  list: z.strictObject({ items: z.array(z.string()), end: z.string() }).nullable(),
  /** Major versions of which it is known: "16", "22"; `old`: of versions before, told by their documentation. */
  versions: z.array(z.string()),
  danger: z.enum(DANGERS),
  /** `null`: none of the dangerous classes. */
  dangerousClass: z.enum(DANGEROUS_CLASSES).nullable(),
  seeAlso: z.array(z.string()),
})

export type CatalogueAction = z.infer<typeof catalogueActionSchema>
export type CatalogueParameter = z.infer<typeof catalogueParameterSchema>
