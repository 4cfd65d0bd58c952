import * as z from 'zod'

/** `GET /api/v1/settings` */
export const houseSettingsSchema = z.object({
  pauseReasons: z.array(z.object({ name: z.string(), limitSeconds: z.number().nullable() })),
  /** May a reason be typed? */
  freePauseReason: z.boolean(),
  /** Name of a group → its queues by Asterisk's names, as far as one may see them. */
  queueGroups: z.record(z.string(), z.array(z.string())),
})
export type HouseSettings = z.infer<typeof houseSettingsSchema>
