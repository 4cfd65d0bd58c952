/**
 * The nonce of this page's content security policy, by which its own scripts and styles are known. Browsers hide it from
 * selectors and keep it as a property (HTML, 4.2.4 "nonces").
 */
export function pageNonce(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined
}

/** What keeps a page from scrolling under a dialog adds a style; it looks for the nonce here (get-nonce, in radix-ui). */
export function allowStyles(): void {
  const place = globalThis as { __webpack_nonce__?: string | undefined }
  place.__webpack_nonce__ ??= pageNonce()
}
