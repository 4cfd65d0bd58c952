import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fc, SEED, seeds } from '@/lib/domain/testing/random'

it('is the same on every run, and tells its seed where something fails', () => {
  const choices = () => fc.sample(fc.integer(), { numRuns: 5, seed: SEED })
  expect(fc.readConfigureGlobal()).toMatchObject({ seed: SEED })
  expect(choices()).toEqual(choices())
  expect(() => fc.assert(fc.property(fc.integer(), () => false))).toThrow(`seed: ${SEED}`)
  expect(seeds(3)).toHaveLength(3)
})

it('is where every test takes its chances from', () => {
  const root = new URL('../../', import.meta.url).pathname
  const tests = ['app', 'components', 'lib', 'server'].flatMap((room) =>
    readdirSync(`${root}${room}`, { recursive: true, encoding: 'utf8' }).map((file) => `${root}${room}/${file}`),
  )
  const others = tests
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => /from 'fast-check'|Math\.random/.test(readFileSync(file, 'utf8')))
  expect(others).toEqual([import.meta.filename])
})
