import { describe, expect, it } from 'vitest'
import { diffState } from '@/lib/diff/diff'
import type { LiveDiff } from '@/lib/diff/types'
import { emptyLiveState, type LiveState } from '@/lib/domain/live-state'
import { aQueue } from '@/lib/domain/testing/records'
import { Player, type Span, type Speed } from './player'
import { ReplayCache } from './replay-cache'
import type { ReplaySource } from './replay-source'

const START = Date.UTC(2026, 10, 23, 9)
const MINUTE = 60_000
const QUEUE = aQueue('support')

/** The counter of the only queue tells how many minutes have passed since the start. */
function pictureAt(at: number): LiveState {
  const completed = Math.floor((at - START) / MINUTE)
  return { ...emptyLiveState(), queues: { [QUEUE.id]: { ...QUEUE, completed } } }
}

/** A recording of so many minutes, in which something changes with each. */
function aRecording(minutes: number, unreadable: Span[] = []) {
  const end = START + minutes * MINUTE
  const asked: string[] = []
  const isKept = (at: number) => at >= START && at <= end && !unreadable.some(({ from, to }) => from <= at && at < to)
  const source: ReplaySource = {
    async at(t) {
      asked.push(`at ${(t - START) / MINUTE}`)
      return isKept(t) ? pictureAt(t) : null
    },
    async diffs({ from, to }, tell) {
      asked.push(`from ${(from - START) / MINUTE}`)
      for (let at = START; at <= Math.min(to, end); at += MINUTE) {
        const diff = diffState(pictureAt(at - MINUTE), pictureAt(at)) as LiveDiff
        if (at > from) tell({ at, diff })
      }
      tell({ end: Math.min(to, end) })
    },
  }
  return { source, asked, end }
}

async function open(minutes: number, at = START, speed: Speed = 60) {
  const { source, asked, end } = aRecording(minutes)
  let now = 0
  const cache = new ReplayCache()
  const player = new Player({ cache, source, steadyNow: () => now, at, speed })
  await player.seek(at)
  return {
    ...{ player, cache, source, asked, end },
    /** Real time passes, in steps as the page makes them. */
    async pass(ms: number) {
      for (let left = ms; left > 0; left -= 100) {
        now += 100
        player.step()
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    shown: () => cache.record('queues', QUEUE.id)?.completed,
  }
}

describe('a player of the past', () => {
  it('stands still until it is told to play, and then passes as fast as chosen', async () => {
    const { player, cache, pass, shown } = await open(60)
    await pass(1_000)
    expect([player.view.at, shown()]).toEqual([START, 0])
    player.play()
    await pass(5_000)
    expect([cache.now(), shown()]).toEqual([START + 5 * MINUTE, 5])
    player.setSpeed(1)
    await pass(5_000)
    expect([cache.now(), shown()]).toEqual([START + 5 * MINUTE + 5_000, 5])
  })

  it('fetches what follows before it gets there, and never shows what it has not', async () => {
    const { player, pass, shown, asked } = await open(120)
    player.play()
    for (let second = 1; second <= 60; second += 1) {
      await pass(1_000)
      expect(shown()).toBe(Math.floor((player.view.at - START) / MINUTE))
    }
    expect(player.view).toMatchObject({ at: START + 60 * MINUTE, waiting: false })
    expect(asked.slice(0, 3)).toEqual(['at 0', 'from 0', 'from 10'])
  })

  it('goes back and forth in what it has without asking, and shows each moment as it was', async () => {
    const { player, shown, asked } = await open(60, START + 20 * MINUTE)
    const before = asked.length
    for (const minute of [29, 21, 25, 22]) {
      await player.seek(START + minute * MINUTE + 30_000)
      expect(shown()).toBe(minute)
    }
    expect(asked.filter((one) => one.startsWith('at')).length).toBe(1)
    expect(before).toBe(2)
    await player.seek(START + 3 * MINUTE)
    expect([shown(), asked.at(-2)]).toEqual([3, 'at 3'])
  })

  it('shows where it was sent last, though the picture of the moment before that comes later', async () => {
    const { player, source, shown, pass } = await open(60, START + 20 * MINUTE)
    const at = source.at
    let come = () => {}
    source.at = async (t, signal) => {
      await new Promise<void>((resolve) => {
        come = resolve
      })
      return at(t, signal)
    }
    const early = player.seek(START + 3 * MINUTE)
    await player.seek(START + 25 * MINUTE)
    come()
    await early
    expect([player.view.at, player.view.state, shown()]).toEqual([START + 25 * MINUTE, 'showing', 25])
    player.play()
    await pass(10_000)
    expect([player.view.state, shown()]).toEqual(['showing', 35])
  })

  it('stops at the end of what is recorded, and says so', async () => {
    const { player, pass, end, shown } = await open(3)
    player.play()
    await pass(5_000)
    expect(player.view).toMatchObject({ at: end, ended: true, playing: false })
    expect(shown()).toBe(3)
  })

  it('shows nothing of a gap, and goes on after it', async () => {
    const { player, pass, shown } = await open(60)
    const gap = { from: START + 2 * MINUTE, to: START + 4 * MINUTE }
    player.know([gap])
    player.play()
    await pass(3_000)
    expect(player.view).toMatchObject({ state: 'gap', at: START + 3 * MINUTE })
    await pass(1_500)
    expect(player.view.state).toBe('showing')
    expect(shown()).toBe(4)
    await player.seek(gap.from)
    expect(player.view.state).toBe('gap')
  })

  it('goes on with what it has while the server is away, and asks again', async () => {
    const house = await open(60)
    const { source } = house
    const diffs = source.diffs
    source.diffs = () => Promise.reject(new Error('away'))
    house.player.play()
    await house.pass(9_000)
    expect([house.player.view.state, house.shown()]).toEqual(['showing', 9])
    source.diffs = diffs
    await house.pass(9_000)
    expect(house.player.view.state).toBe('showing')
    expect(house.shown()).toBeGreaterThan(12)
  })

  it('says that nothing is kept of a moment, and comes back from there', async () => {
    const { player, shown } = await open(5)
    await player.seek(START - MINUTE)
    expect(player.view.state).toBe('nothing')
    await player.seek(START + MINUTE)
    expect([player.view.state, shown()]).toEqual(['showing', 1])
  })

  it('begins a new take whenever time goes back, as levels are derived by a clock that runs on', async () => {
    const { player } = await open(60)
    await player.seek(START + 5 * MINUTE)
    expect(player.view.take).toBe(0)
    await player.seek(START + 4 * MINUTE)
    expect(player.view.take).toBe(1)
  })
})
