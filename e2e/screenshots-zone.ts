/** Places around the world. */
const ZONES = [
  ...[
    'Europe/Warsaw',
    'Europe/London',
    'America/New_York',
    'America/Denver',
    'America/Los_Angeles',
    'Pacific/Honolulu',
  ],
  ...['Pacific/Auckland', 'Australia/Brisbane', 'Asia/Tokyo', 'Asia/Bangkok', 'Asia/Dubai', 'America/Sao_Paulo'],
]
const AFTERNOON = 14

/** Where it is early afternoon: pictures show a day at the office, whenever they are taken. */
export function officeZone(): string {
  const hourIn = (timeZone: string) =>
    Number(new Date().toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).slice(0, 2))
  const distance = (zone: string) => Math.abs(hourIn(zone) - AFTERNOON)
  return ZONES.toSorted((one, other) => distance(one) - distance(other))[0] ?? 'UTC'
}
