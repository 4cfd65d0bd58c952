import { expect, test } from 'vitest'
import { figureText } from './figure-text'

const level = (share: number) => figureText('serviceLevel', share, 'en')

test('a share is told to the tenth of a per cent, rounded', () => {
  expect([860 / 1040, 860 / 1060, 2 / 3, 0.57].map(level)).toEqual(['82.7%', '81.1%', '66.7%', '57%'])
})

test('it is never rounded up to a whole per cent: a target of 80% must not read as reached when it is not', () => {
  expect([0.7996, 0.79999, 0.8, 0.9999, 1].map(level)).toEqual(['79.9%', '79.9%', '80%', '99.9%', '100%'])
})
