import { describe, expect, test } from 'vitest'
import { findFolded } from './find-name'

const found = (source: string, query: string) => {
  const match = findFolded(source, query)
  return match && source.slice(match.from, match.to)
}

describe('what is typed finds a name', () => {
  test.each([
    ['Łukasz Wójcik', 'lu', 'Łu'],
    ['Lucía Ferrer', 'LUCIA', 'Lucía'],
    ['Jürgen Groß', 'gross', 'Groß'],
    ['Søren Kjær', 'kjaer', 'Kjær'],
    ['Алексей Воронов', 'воро', 'Воро'],
    ['Алёна Королёва', 'королева', 'Королёва'],
    ['Анна Петрова', 'petr', 'Петр'],
    ['Щукин', 'shch', 'Щ'],
    ['Νίκος Κωνσταντίνου', 'νικος', 'Νίκος'],
    ['高橋 さくら', 'さく', 'さく'],
  ])('%s by %s', (source, query, text) => {
    expect(found(source, query)).toBe(text)
  })

  test('and does not when it is not there', () => {
    expect(findFolded('Anna', 'anja')).toBeNull()
  })

  test('the better at the beginning of the name, then of a word', () => {
    expect(findFolded('Anna', 'an')?.rank).toBe(0)
    expect(findFolded('Maria Anna', 'an')?.rank).toBe(1)
    expect(findFolded('Joanna', 'an')?.rank).toBe(2)
    expect(findFolded('Johanna Anders', 'an')).toEqual({ from: 8, to: 10, rank: 1 })
  })

  test('everywhere when nothing is looked for', () => {
    expect(findFolded('Anna', '  ')).toEqual({ from: 0, to: 0, rank: 0 })
  })

  test('signs of two units stay whole', () => {
    expect(found('👩‍💻 Anna', 'anna')).toBe('Anna')
  })
})
