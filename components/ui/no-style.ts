import type { CSSProperties } from 'react'

/**
 * Takes back the `outline: none` that radix-ui writes on groups: as an attribute in the page's HTML our content security
 * policy refuses it, and says so in the console.
 */
export const NO_STYLE: CSSProperties = { outline: undefined }
