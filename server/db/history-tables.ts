import type { Generated } from 'kysely'

/** What was seen of calls, queues and agents, in the words of `tables.ts`. */
export type HistoryTables = {
  /** Calls and queue visits that ended, for call-backs, pop-ups and one's own day; the oldest are forgotten. */
  recent_calls: {
    id: Generated<number>
    pbx: string
    uniqueid: string
    started_at: number
    ended_at: number
    direction: string
    number: string | null
    /** Digits only, of the end of the number, to find it however it is written. */
    number_key: string | null
    name: string | null
    queue: string | null
    /** Interface of the agent who talked, or for whom it rang last. */
    agent: string | null
    wait_ms: number | null
    talk_ms: number | null
    /** `answered`, `abandoned`, `timedOut`, `left`, `noAnswer`, `busy`, `failed` */
    outcome: string
  }
  /** One caller's stay in one queue (`lib/domain/visit.ts`). */
  visits: {
    id: string
    pbx: string
    queue: string
    uniqueid: string
    number: string | null
    number_key: string | null
    name: string | null
    entered_at: number
    position: number
    priority: number | null
    /** JSON list of `Ring`. */
    rings: string
    left_at: number | null
    ending: string | null
    agent: string | null
    agent_name: string | null
    agent_channel: string | null
    answered_at: number | null
    talk_ended_at: number | null
    held_ms: number
    ended_by: string | null
    transferred_to: string | null
    is_partly_unseen: number
    previous: string | null
    /** After the talk, in this queue; `null`: goes on, or is not known. */
    wrap_up_ms: number | null
    /** 1 while the caller waits or talks. */
    is_open: number
    /** `log`: read in a queue_log; `completed`: its end was; `null`: seen as it happened. */
    known_from: string | null
  }
  /** A day of a queue (of agents' times: of all at once, or of several) whose sums are kept, or, with `is_kept` 0, are being made. What changes a visit of it deletes it. */
  kept_days: {
    id: Generated<number>
    queue: string
    from_at: number
    to_at: number
    /**
     * What is told apart within it: `day` (nothing), `agent`, or steps of so many ms; `times`, `missed` and `agents` stand in
     * tables of their own.
     */
    apart: string
    /** Under what the visits were counted (`server/history/kept/rules-key.ts`). */
    rules: string
    is_kept: number
  }
  /** Of the visits that ended in one way in one step of a kept day, or that one agent (else empty) answered. */
  kept_sums: {
    day_id: number
    at: number
    agent: string
    ending: string
    agent_name: string | null
    visits: number
    in_time: number
    short: number
    short_in_time: number
    wait_ms: number
    longest_wait_ms: number
    talks: number
    talk_ms: number
    held_ms: number
    wrap_ups: number
    wrap_up_ms: number
    transfers: number
  }
  /** How often what took how many whole seconds on a kept day (`server/history/kept/day-times.ts`). */
  kept_times: {
    day_id: number
    /** An ending, `short` for those who hung up within the short limit, or `talk`. */
    part: string
    /** JSON: seconds and counts by turns. */
    counts: string
    total_ms: number
    longest_ms: number
  }
  /** How long one agent did what on a kept day; of pauses those of one reason (empty: of none) alone. */
  kept_agent_times: {
    day_id: number
    interface: string
    pbx: string
    reason: string
    name: string
    ready_ms: number
    ringing_ms: number
    on_call_ms: number
    on_hold_ms: number
    other_call_ms: number
    wrap_up_ms: number
    paused_ms: number
    unavailable_ms: number
  }
  /** How often one agent's phone rang in vain on a kept day. */
  kept_missed: { day_id: number; agent: string; missed: number }
  /** Who never got into a queue: `why` is `QUEUESTATUS`. */
  turned_away: {
    id: string
    pbx: string
    /** `null`: not known. */
    queue: string | null
    uniqueid: string
    number: string | null
    number_key: string | null
    name: string | null
    at: number
    why: string
  }
  /** What an agent did (`lib/domain/time-line.ts`); `to_at` `null`: goes on. */
  agent_spans: {
    /** Name in Asterisk; empty: over all queues. */
    queue: string
    from_at: number
    interface: string
    pbx: string
    name: string
    state: string
    reason: string | null
    to_at: number | null
  }
  /** What people did about lost callers, found by number, or by the call of who withheld it. */
  lost_marks: {
    id: string
    at: number
    /** `claimed`, `released`, `done`, `undone`, `noted`, `forgotten` */
    what: string
    number_key: string | null
    /** `pbx|uniqueid`; `null`: the number says it. */
    call: string | null
    account_id: string | null
    /** As people knew them then. */
    who: string | null
    note: string | null
  }
  /** Who was forgotten, by the hash of the number (`server/history/keeping/forgotten-callers.ts`), and when. Kept for good. */
  forgotten_callers: { hash: string; at: number }
  /** When nothing was seen of a PBX; `to_at` `null`: still. */
  gaps: { id: string; pbx: string; from_at: number; to_at: number | null }
  /** How Asterisk's own counters of a queue stood when they were last seen. */
  queue_counters: {
    id: string
    pbx: string
    queue: string
    at: number
    completed: number
    abandoned: number
    /** When they began; `null`: not known. */
    since_at: number | null
  }
  /** How Asterisk's counters of a queue grew across a gap, and how much of that is known otherwise. */
  gap_calls: {
    id: string
    pbx: string
    queue: string
    gap_id: string
    /** Between which moments the counters grew so: the gap's, or later where they were kept within it. */
    from_at: number
    to_at: number
    completed: number
    abandoned: number
    /** 1: they began anew within the gap, so this is what came after. */
    counters_restarted: number
    /** Talks that were over before, and which Asterisk may have counted only then. */
    late_completed: number
    known_completed: number
    known_abandoned: number
    /** Visits that ended then, and nobody knows how. */
    known_unclear: number
  }
  /** What Asterisk's queue_log told, from its first line to its last. */
  filled: { id: string; pbx: string; from_at: number; to_at: number }
  /** What the walls showed from one moment to another, packed (`server/history/replay/chunk.ts`). */
  replay_chunks: {
    id: string
    /** One life of the recorder; its chunks are numbered without a gap. */
    run: string
    seq: number
    from_at: number
    to_at: number
    /** 1: begins with the whole picture. */
    is_snapshot: number
    /** 1 while it grows. */
    is_open: number
    bytes: number
    /** Number keys of the callers in it, each between blanks. */
    numbers: string
    data: Uint8Array
  }
  /** A queue's change of alarm level; `broken`: JSON of the worst limit, `null` for none. */
  replay_marks: {
    id: string
    at: number
    pbx: string
    queue: string
    label: string
    level: string
    was: string
    broken: string | null
  }
}
