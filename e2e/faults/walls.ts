import { isDeepStrictEqual } from 'node:util'
import { test as base, expect, type Page } from '@playwright/test'
import { type Simulator, startSimulator } from '@/server/simulator/simulator'
import { AmiClient } from '@/server/simulator/testing/ami-client'
import { patiently } from '../fixtures/patience'
import { type Product, startProduct } from '../fixtures/start-product'

/** What a tile says of its queue. */
type Figures = { waiting: number; ready: number; paused: number }

/** A PBX that can fail, the product connected to it, and its walls. */
export type Rig = {
  simulator: Simulator
  product: Product
  /** Environment that leads a product to this PBX. */
  env: Record<string, string>
  /** A session of our own at the PBX, to change things while nobody looks. */
  operator: AmiClient
}

export const test = base.extend<{ rig: Rig }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  rig: async ({}, use) => {
    const simulator = await startSimulator({ freeze: '4' })
    const { port, username, secret } = simulator
    const env = { AMI_HOST: '127.0.0.1', AMI_PORT: String(port), AMI_USERNAME: username, AMI_SECRET: secret }
    const product = await startProduct({ env })
    const operator = await AmiClient.login(simulator)
    await use({ simulator, product, env, operator })
    operator.close()
    await product.stop()
    await simulator.close()
  },
})

export { expect }

/** Opens a wall and waits until it is live and agrees with the PBX. */
export async function openWall(page: Page, url: string, simulator: Simulator): Promise<void> {
  await page.goto(`${url}/wall`)
  await expectExact(page, simulator, 15_000)
}

const wall = (page: Page) => page.locator('.wall')

export async function expectFreshness(page: Page, wanted: RegExp, timeout: number): Promise<void> {
  await expect(wall(page)).toHaveAttribute('data-freshness', wanted, { timeout: patiently(timeout) })
}

/** Live, and every tile says what the PBX says. */
export async function expectExact(page: Page, simulator: Simulator, timeout: number): Promise<void> {
  const difference = async () => {
    const shown = { freshness: await wall(page).getAttribute('data-freshness'), tiles: await readTiles(page) }
    const truth = { freshness: 'live', tiles: truthOf(simulator) }
    return isDeepStrictEqual(shown, truth) ? 'none' : { shown, truth }
  }
  const options = { timeout: patiently(timeout), intervals: [50, 100], message: 'what differs from the PBX' }
  await expect.poll(difference, options).toBe('none')
}

async function readTiles(page: Page): Promise<Record<string, Figures>> {
  return page.evaluate(() => {
    const numbers = (tile: Element, selector: string) =>
      [...tile.querySelectorAll(selector)].map((element) => Number(element.textContent.replace(/\D/g, '')))
    const tiles = [...document.querySelectorAll('.tile')].map((tile) => {
      const [waiting = -1] = numbers(tile, '.now > .fig')
      const [ready = -1] = numbers(tile, '[title=ready] .fig')
      const [paused = -1] = numbers(tile, '[title=paused] .fig')
      return [tile.getAttribute('data-queue') ?? '', { waiting, ready, paused }] as const
    })
    return Object.fromEntries(tiles)
  })
}

/** Asterisk's device states in which a member's pause is what a wall shows: neither in a call nor ringing. */
const NOT_IN_USE = 1
const AT_REST = [NOT_IN_USE, 5]

function truthOf(simulator: Simulator): Record<string, Figures> {
  const queues = Object.entries(simulator.snapshot().queues).map(([name, queue]) => {
    const members = Object.values(queue.members)
    const paused = members.filter((member) => member.paused && AT_REST.includes(member.status)).length
    const ready = members.filter((member) => !member.paused && member.status === NOT_IN_USE).length
    return [name, { waiting: queue.waiting.length, ready, paused }] as const
  })
  return Object.fromEntries(queues)
}

/** Things happen at the PBX: callers are lost, an agent's call ends, somebody pauses. */
export async function changeThings({ operator, simulator }: Rig): Promise<void> {
  const { support, billing } = simulator.snapshot().queues
  for (const Caller of support?.waiting.slice(0, 2) ?? []) {
    await operator.send({ Action: 'QueueWithdrawCaller', Queue: 'support', Caller })
  }
  await operator.send({ Action: 'QueueWithdrawCaller', Queue: 'billing', Caller: billing?.waiting[0] ?? '' })
  const agent = simulator.snapshot().channels.find((name) => !name.includes('carrier'))
  await operator.send({ Action: 'Hangup', Channel: agent ?? '' })
  await operator.send({ Action: 'QueuePause', Interface: 'PJSIP/202', Paused: 'true', Reason: 'coffee' })
}

/** Every freshness that the wall goes through from now on, so that a short one is not missed. */
export async function watchFreshness(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const element = document.querySelector('.wall')
    const seen: string[] = []
    Object.assign(globalThis, { seenFreshness: seen })
    if (!element) return
    new MutationObserver(() => seen.push(element.getAttribute('data-freshness') ?? '')).observe(element, {
      attributeFilter: ['data-freshness'],
    })
  })
  return () => page.evaluate(() => (globalThis as unknown as { seenFreshness: string[] }).seenFreshness)
}
