import { describe, expect, it } from 'vitest'
import { until } from './testing/until'
import { Turns } from './turns'

function busy(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

describe('turns', () => {
  it('do all jobs in order, and let others in between', async () => {
    const turns = new Turns(() => {})
    const done: number[] = []
    let others = 0
    for (let job = 0; job < 20; job++) {
      turns.add(() => {
        busy(2)
        done.push(job)
      })
    }
    const other = () => {
      others += 1
      if (done.length < 20) setImmediate(other)
    }
    setImmediate(other)
    await until(() => done.length === 20)
    expect(done).toEqual(Array.from({ length: 20 }, (_, job) => job))
    expect(others).toBeGreaterThan(3)
  })

  it('report a job that fails and go on with the next', async () => {
    const errors: unknown[] = []
    const turns = new Turns((error) => errors.push(error))
    let done = false
    turns.add(() => {
      throw new Error('no')
    })
    turns.add(() => {
      done = true
    })
    await until(() => done)
    expect(errors).toEqual([new Error('no')])
  })
})
