import type { AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from './pbx-event'

/** Puts one kind of AMI event into our words; `null` when it says nothing that is used, or lacks what names its subject. */
export type Reader = (message: AmiMessage, at: number) => PbxEvent | null

/** Readers by the name of the event. */
export type Readers = Readonly<Record<string, Reader>>
