import { expect, type Locator, type Page } from '@playwright/test'
import { press } from './keyboard'

const PANELS = ['queues', 'callers', 'calls', 'agents'] as const
type Panel = (typeof PANELS)[number]
const TITLES = { queues: 'Queue', callers: 'Waiting caller', calls: 'Call', agents: 'Agent' } as const

/** A page in somebody's hands: its keys, and what it tells of what was done. */
export type Desk = {
  page: Page
  /** Walks to a row by arrows. */
  goTo(panel: Panel, name: string | RegExp): Promise<void>
  /** Walks there and opens its drawer. */
  open(panel: Panel, name: string | RegExp): Promise<Locator>
  /** Presses a button by its words, in the drawer or wherever told. */
  press(name: string | RegExp, where?: Locator): Promise<void>
  /** A button that is off; gives the reason it shows. */
  whyNot(name: string | RegExp, where?: Locator): Promise<string>
  /** The newest receipt with these words in its title. */
  receipt(title: string | RegExp): Locator
  /** Waits until the receipt says that it was done, by its last words. */
  done(title: string | RegExp, told?: string | RegExp): Promise<void>
  /** Opens the palette, types, and takes what is found first. */
  palette(typed: string, found: string | RegExp): Promise<void>
}

export function deskOf(page: Page): Desk {
  const drawer = page.locator('.supervise-drawer')
  const button = (name: string | RegExp, where: Locator) =>
    where.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
  const receipt = (title: string | RegExp) =>
    page
      .getByRole('region', { name: 'What you did' })
      .locator('article', { has: page.getByRole('heading', { name: title }) })
      .last()

  async function closeDrawer(): Promise<void> {
    if (!(await drawer.isVisible())) return
    // The first may close no more than a button's words.
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(drawer).toBeHidden({ timeout: 1_000 })
    }).toPass()
  }

  async function goTo(panel: Panel, name: string | RegExp): Promise<void> {
    await expect(page.locator(`[data-panel=${panel}]`).getByRole('row', { name })).toHaveCount(1)
    // Keys are the page's again once no dialog has them.
    await expect(page.locator('[role=dialog], [role=alertdialog]')).toHaveCount(0)
    await closeDrawer()
    for (let step = 0; step < 60; step++) {
      const at = await place(page)
      if (at?.panel === panel && fits(at.name, name)) return
      await page.keyboard.press(keyTowards(panel, at?.panel ?? null))
    }
    throw new Error(`The arrows do not come to ${name} of ${panel}.`)
  }

  return {
    page,
    goTo,
    receipt,
    async open(panel, name) {
      await goTo(panel, name)
      await page.keyboard.press('Enter')
      const opened = page.getByRole('complementary', { name: TITLES[panel] })
      await expect(opened).toBeVisible()
      return opened
    },
    press: (name, where = drawer) => press(page, button(name, where)),
    async whyNot(name, where = drawer) {
      const off = button(name, where)
      await expect(off).toHaveAttribute('aria-disabled', 'true')
      await expect(async () => {
        await page.keyboard.press('Tab')
        expect(await off.evaluate((element) => element === document.activeElement)).toBe(true)
      }).toPass({ intervals: [0] })
      return (await page.getByRole('tooltip').textContent()) ?? ''
    },
    async done(title, told) {
      await expect(receipt(title)).toHaveAttribute('data-state', 'done')
      if (told !== undefined) await expect(receipt(title)).toContainText(told)
    },
    async palette(typed, found) {
      await page.keyboard.press('ControlOrMeta+k')
      const palette = page.getByRole('dialog', { name: 'Dial or find' })
      await expect(palette.getByRole('combobox')).toBeFocused()
      await page.keyboard.type(typed)
      await expect(palette.getByRole('option', { selected: true })).toContainText(found)
      await page.keyboard.press('Enter')
      await expect(palette).toBeHidden()
    },
  }
}

/** The row where the keyboard is. */
function place(page: Page): Promise<{ panel: Panel; name: string } | null> {
  return page.evaluate(() => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    if (!row) return null
    const panel = row.closest<HTMLElement>('[data-panel]')?.dataset.panel as Panel
    return { panel, name: row.getAttribute('aria-label') ?? '' }
  })
}

function fits(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name.includes(wanted) : wanted.test(name)
}

function keyTowards(panel: Panel, at: Panel | null): string {
  if (at === null || at === panel) return 'ArrowDown'
  return PANELS.indexOf(at) < PANELS.indexOf(panel) ? 'ArrowRight' : 'ArrowLeft'
}
