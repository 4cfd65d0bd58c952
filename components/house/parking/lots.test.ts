import { describe, expect, test } from 'vitest'
import { aParkedCall, aParkingLot } from '@/lib/domain/testing/rooms'
import { freeNotDrawn, lotsOf } from './lots'

describe('the lots', () => {
  test('have all their slots in order, free and taken', () => {
    const [lot] = lotsOf([aParkingLot('default', { first: 99, last: 101 })], [aParkedCall('100')])
    expect(lot?.places.map(({ slot, parked }) => [slot, parked?.name ?? null])).toEqual([
      ['99', null],
      ['100', 'Tom O’Brien'],
      ['101', null],
    ])
    expect(lot).toMatchObject({ slots: 3, taken: 1 })
    expect(lot && freeNotDrawn(lot)).toBe(0)
  })

  test('that are large show who is there, and count the rest', () => {
    const [lot] = lotsOf([aParkingLot('default', { first: 701, last: 800 })], [aParkedCall('750'), aParkedCall('702')])
    expect(lot?.places.map(({ slot }) => slot)).toEqual(['702', '750'])
    expect(lot).toMatchObject({ slots: 100, taken: 2 })
    expect(lot && freeNotDrawn(lot)).toBe(98)
  })

  test('come the default one first, then by name', () => {
    const names = lotsOf(
      [aParkingLot('vip'), aParkingLot('default'), aParkingLot('desk 10'), aParkingLot('desk 9')],
      [],
    )
    expect(names.map(({ name }) => name)).toEqual(['default', 'desk 9', 'desk 10', 'vip'])
  })

  test('that nobody told of are there for whoever stands in them', () => {
    const lots = lotsOf([], [aParkedCall('801', { lot: 'vip' }), aParkedCall('802', { lot: 'vip' })])
    expect(lots).toMatchObject([{ name: 'vip', slots: null, taken: 2 }])
  })

  test('keep a call whose slot is not theirs', () => {
    const [lot] = lotsOf([aParkingLot('default', { first: 701, last: 702 })], [aParkedCall('799')])
    expect(lot?.places.map(({ slot }) => slot)).toEqual(['701', '702', '799'])
  })
})
