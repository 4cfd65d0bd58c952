import { expect, test } from 'vitest'
import { parseWidgets } from './names'

test('the address asks for widgets in its own order, once each, and its misspellings are known', () => {
  expect(parseWidgets('trunks, Parking,trunks,parkin')).toEqual({ names: ['trunks', 'parking'], unknown: ['parkin'] })
})

test('an address that says nothing leaves it to the configuration, and `none` does not', () => {
  expect(parseWidgets(undefined)).toBeNull()
  expect(parseWidgets(' , ')).toBeNull()
  expect(parseWidgets('none')).toEqual({ names: [], unknown: [] })
})
