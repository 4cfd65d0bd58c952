import * as z from 'zod'
import { linkSchema } from '@/lib/protocol/records'
import { abilitiesSchema } from '@/lib/protocol/viewer'

/** Parts of the product that need something of the PBX. */
export const SECTIONS = ['queues', 'calls', 'phones', 'parking', 'conferences', 'mailboxes', 'trunks', 'pbx'] as const

/** One thing that people see or do, and whether our account may do it there. */
const featureSchema = z.object({
  name: z.string(),
  section: z.enum(SECTIONS),
  /** AMI actions of which one is enough. */
  actions: z.array(z.object({ name: z.string(), offered: z.boolean() })),
  /** Write class to give for it (`manager.conf`); `null`: every account may. */
  needs: z.string().nullable(),
  /** `class`: our account lacks the write class; `action`: this Asterisk has no such action (or its module is not loaded). */
  missing: z.enum(['class', 'action']).nullable(),
})
export type Feature = z.infer<typeof featureSchema>

/** `GET /api/v1/admin/pbx` */
export const adminPbxSchema = z.object({
  items: z.array(
    z.object({
      link: linkSchema,
      abilities: abilitiesSchema.nullable(),
      features: z.array(featureSchema),
      /** The line of `manager.conf` that gives everything; `null`: nothing is missing. */
      writeLine: z.string().nullable(),
      /** Interfaces that the live picture knows, to be given to people. */
      interfaces: z.array(z.object({ interface: z.string(), name: z.string().nullable() })),
    }),
  ),
})
export type AdminPbx = z.infer<typeof adminPbxSchema>['items'][number]
