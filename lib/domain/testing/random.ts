import fc from 'fast-check'

const USUAL = 20261127
const asked = process.env.CALLBOARD_TEST_SEED
if (asked !== undefined && !/^[0-9]{1,9}$/.test(asked)) throw new Error('CALLBOARD_TEST_SEED: expected a whole number')

/** All that tests choose at random comes of it: the same on every run, unless another is asked for. What fails tells its seed. */
export const SEED = asked === undefined ? USUAL : Number(asked)
fc.configureGlobal({ seed: SEED })

/** Seeds of tests that make their own choices: the first ones there are, or those from the one that is asked for. */
export function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (asked === undefined ? 1 : SEED) + index)
}

export { fc }
