import { expect, test } from 'vitest'
import { Zone } from '@/lib/domain/zone'
import { historyForm } from './history-view'

const form = historyForm(new Zone('Europe/Warsaw'))
const again = (address: string) => form.format(form.parse(new URLSearchParams(address))).toString()

test.each([
  '',
  'window=last15',
  'span=days28&compare=1&tab=visits',
  'from=2026-11-20T08%3A00&to=2026-11-20T20%3A00&queues=support%2C%40care&agent=PJSIP%2F101',
  'figure=serviceLevel&of=queue%3Asupport&part=numerator&by=halfHour',
  'figure=answered&of=agent%3APJSIP%2F101&part=misses',
  'figure=offered&of=2026-11-20T11%3A30%2F2026-11-20T12%3A00',
  'list=turnedAway&of=queue%3Asupport',
  'list=missed&of=agent%3APJSIP%2F101&tab=agents',
  'figure=lost&of=hour%3A3%7C14&part=numerator',
  'figure=averageWait&of=wait%3A5-10&part=denominator&tab=visits',
  'figure=averageTalk&of=talk%3A3600-',
  'time=occupancy&of=agent%3APJSIP%2F101&tab=agents',
  'time=paused&reason=lunch&of=agent%3APJSIP%2F101',
  'time=paused&reason=&of=agent%3APJSIP%2F101',
  'span=yesterday&time=onHold',
])('an address says all of a view, and the view the same address: %s', (address) => {
  expect(again(address)).toBe(address)
})

test('the hour that the clock shows twice keeps which one it was', () => {
  const second = Date.parse('2026-10-25T01:30Z')
  const address = new URLSearchParams({ from: String(second), to: '2026-10-25T04:00' })
  expect(form.parse(address).span).toEqual({ from: second, to: Date.parse('2026-10-25T03:00Z') })
  expect(again(address.toString())).toBe(address.toString())
})

test.each(['hour:8|1', 'wait:10-5', 'wait:-', 'talk:x-9'])('a part that is none is all of it: %s', (of) => {
  expect(again(`figure=lost&of=${encodeURIComponent(of)}`)).toBe('figure=lost')
})

test.each([
  'window=year',
  'from=2026-11-20T08:00',
  'from=9&to=1',
  'from=2026-13-45T99:00&to=x',
  'by=minute&tab=x',
  'time=x&of=agent:y',
])('what an address says that is not understood is as if it were not said: %s', (address) => {
  expect(again(address)).toBe('')
})
