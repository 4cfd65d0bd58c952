import type { QueueLimits } from '@/lib/domain/queue'

type PauseReason = {
  /** What Asterisk and `queue_log` are told. At most 79 bytes: Asterisk cuts there, and half a sign silences the member. */
  name: string
  /** Seconds after which the board says it lasts too long; `null`: no limit. */
  limitSeconds: number | null
}

/** Which numbers may be dialled, and how they are written for the PBX. */
export type DialRules = {
  /** Context and extensions of the dialplan through which people dial; `null`: no click-to-call. */
  context: string | null
  /** ISO 3166 country of national numbers, such as `DE`; `null`: numbers are passed as typed. */
  country: string | null
  /** How numbers are handed to the PBX. */
  format: 'asTyped' | 'national' | 'e164' | 'international00'
  /** Put before every number that is none of the house's own, such as `0`. */
  prefix: string
  /** Longest number that is an extension of the house. */
  extensionDigits: number
  /** Each is denied unless it is named here. */
  allow: readonly ('emergency' | 'premium' | 'international')[]
  /** Countries that may be called when international calls are not allowed in general. */
  countries: readonly string[]
  /** Never, whatever else allows it: beginnings of numbers, `+` first or as dialled. */
  deny: readonly string[]
  /** Shown to who is called; `null`: the phone's own. */
  callerId: string | null
  /** Seconds one's own phone rings. */
  ringSeconds: number
  /** Header that makes a phone answer by itself, such as `Alert-Info: ;answer-after=0`; `null`: none. */
  autoAnswer: string | null
  perMinute: number
  perHour: number
  atOnce: number
  /** Over all people together. */
  perMinuteOverall: number
}

type RouteSettings = {
  /** Queue name → `exten@context` that leads into it. */
  queueExtens: Readonly<Record<string, string>>
  /** Context in which extensions are reached by transfer and move; `null`: that of the dial rules. */
  transferContext: string | null
  /** `exten@context` of a conference; `{id}` in it is replaced by a number of the room's own. `null`: none. */
  conference: string | null
  /** Context of the parking lot's slots. */
  parkingContext: string
  /** Where recordings go, as MixMonitor's `File`; `{id}` and `{date}` are replaced. */
  recordingFile: string
}

/** What can be set, by the configuration file (then it is fixed) or by an administrator. */
export type EffectiveSettings = {
  pauseReasons: readonly PauseReason[]
  /** May a reason be typed? */
  freePauseReason: boolean
  dial: DialRules
  routes: RouteSettings
  /** Link to the customer's record: `https://crm.example.net/?phone={number}`; `null`: none. */
  crmLink: string | null
  /** Limits that colour queues, by Asterisk's name; `null`: of all queues without their own. */
  thresholds: Readonly<Record<string, Partial<QueueLimits>>>
  /** Groups of queues, for rights and filters: name → queues by Asterisk's names. */
  queueGroups: Readonly<Record<string, readonly string[]>>
}

export type SettingName = keyof EffectiveSettings

export interface SettingsBook {
  readonly current: EffectiveSettings
  /** Which the configuration file fixes: shown, not changed. */
  readonly fixed: ReadonlySet<SettingName>
  /** Keeps a setting; rejects with a `SettingFixedError` or a `SettingInvalidError`. */
  change<N extends SettingName>(name: N, value: EffectiveSettings[N]): Promise<void>
  /** Returns the undo. */
  onChange(listener: (settings: EffectiveSettings) => void): () => void
}
