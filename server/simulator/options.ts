import type { Clock } from './clock'

/** What one queue is like, and how busy. */
export type QueueSpec = {
  name: string
  /** What people call it, in their script. */
  label: string
  /** How many people sit at it. */
  members: number
  /** Threshold of the service level, in seconds. */
  serviceLevel: number
  /** Calls that usually come, as a share of what its people can take; above 1 the line grows. */
  load: number
  /** How many times as many come while everybody calls at once, some minutes of every hour. */
  surge: number
  /** Rest after a call, in seconds; AMI does not tell it. */
  wrapUpSeconds: number
  /** Limits that suit it, for the configuration of a demo; in seconds, percent. */
  limits: { waitWarning: number; waitCritical: number; levelWarning: number; levelCritical: number }
}

/** The moments of the design's pictures, by the number of queues. */
export type ScenePreset = '1' | '4' | '12' | '40'

export type SimulatorOptions = {
  /** Loopback unless told otherwise. */
  host?: string
  /** 0 (the default): any free port. */
  port?: number
  username?: string
  secret?: string
  /** The same seed gives the same day; default `DEFAULT_SEED`. */
  seed?: number
  /** Named queues, or how many; default 4. */
  queues?: number | readonly QueueSpec[]
  /** Members of every queue; default: what suits the queue. */
  membersPerQueue?: number
  /** Calls per queue and hour; default: what suits its people. */
  callsPerHour?: number
  /** For load: calls come as fast as it takes to send this many events a second. */
  eventsPerSecond?: number
  /** Everything lasts this many times shorter once it is live; default 1. */
  speed?: number
  /** Length of the day before the start, in minutes; default 162. */
  historyMinutes?: number
  /** A fixed moment like the design's pictures: the same every time, and nothing happens but time. */
  freeze?: ScenePreset
  clock?: Clock
}

/** A day that is in full swing at its start: one line has grown long, the others are calm. */
export const DEFAULT_SEED = 22

/** 08:00 to 10:42, the moment of the design's pictures. */
export const HISTORY_MINUTES = 162
