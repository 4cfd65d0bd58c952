import { describe, expect, it } from 'vitest'
import { FixedClock } from '@/server/testing/fixed-clock'
import { Allowance } from './allowance'

describe('the allowance of one browser', () => {
  const clock = new FixedClock()

  it('is five requests at once; then one a second, the newest in place of the older', () => {
    const allowance = new Allowance(clock)
    const done: number[] = []
    for (let request = 1; request <= 9; request++) allowance.take(() => done.push(request))
    expect(done).toEqual([1, 2, 3, 4, 5])
    clock.advance(1000)
    expect(done).toEqual([1, 2, 3, 4, 5, 9])
    allowance.take(() => done.push(10))
    clock.advance(999)
    expect(done.at(-1)).toBe(9)
    clock.advance(1)
    expect(done.at(-1)).toBe(10)
  })

  it('grows back to five while nothing is asked', () => {
    const allowance = new Allowance(clock)
    const done: number[] = []
    for (let request = 1; request <= 5; request++) allowance.take(() => done.push(request))
    clock.advance(60_000)
    for (let request = 6; request <= 12; request++) allowance.take(() => done.push(request))
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('forgets what waits when the browser goes', () => {
    const allowance = new Allowance(clock)
    let done = 0
    for (let request = 0; request < 7; request++) {
      allowance.take(() => {
        done += 1
      })
    }
    allowance.close()
    clock.advance(10_000)
    expect(done).toBe(5)
  })
})
