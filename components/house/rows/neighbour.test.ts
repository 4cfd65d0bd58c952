import { describe, expect, test } from 'vitest'
import { neighbour } from './neighbour'

const box = (column: number, row: number, width = 1) => ({
  left: column * 100,
  right: (column + width) * 100 - 8,
  top: row * 50,
  bottom: row * 50 + 42,
})

describe('from a tile an arrow leads', () => {
  // Two rows of three, then a wide one below them.
  const boxes = [box(0, 0), box(1, 0), box(2, 0), box(0, 1), box(1, 1), box(2, 1), box(0, 2, 3)]

  test('to the one below or above in its column', () => {
    expect(neighbour(boxes, 1, 'ArrowDown')).toBe(4)
    expect(neighbour(boxes, 5, 'ArrowUp')).toBe(2)
  })

  test('into rows of another length, and from the outermost nowhere', () => {
    expect(neighbour(boxes, 5, 'ArrowDown')).toBe(6)
    expect(neighbour(boxes, 6, 'ArrowUp')).toBe(4)
    expect(neighbour(boxes, 6, 'ArrowDown')).toBeNull()
    expect(neighbour(boxes, 0, 'ArrowUp')).toBeNull()
  })

  test('along the reading order to the side, and to both ends', () => {
    expect(neighbour(boxes, 2, 'ArrowRight')).toBe(3)
    expect(neighbour(boxes, 0, 'ArrowLeft')).toBeNull()
    expect(neighbour(boxes, 3, 'Home')).toBe(0)
    expect(neighbour(boxes, 3, 'End')).toBe(6)
  })
})

test('other keys, and pages without rows, lead nowhere', () => {
  expect(neighbour([box(0, 0)], 0, 'x')).toBeNull()
  expect(neighbour([], -1, 'ArrowDown')).toBeNull()
  expect(neighbour([], 0, 'Home')).toBeNull()
})
