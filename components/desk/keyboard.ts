/** A letter by its place on the keyboard, so that a Cyrillic layout has the same keys; other keys by their name. */
export function letterOf({ key, code }: KeyboardEvent): string {
  if (key === '/') return key
  if (code.startsWith('Key')) return code.slice(3).toLowerCase()
  return key.toLowerCase()
}

/** Letters typed into a field are text and no keys. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target.matches('input') && !target.matches('[type="checkbox"], [type="radio"]')
}

/** Its own keys come first: Enter and Space press a button, letters choose in a menu. */
export function isControl(target: EventTarget | null): boolean {
  return isWithin(target, 'button, a, [role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"], summary')
}

export function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}
