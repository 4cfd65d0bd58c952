/** Screens hang for weeks: they ask this often whether the board or the product has changed, in ms. */
export const REFRESH_MS = 60_000
