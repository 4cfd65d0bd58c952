/** Leads to the page where people sign in, and from there back to this one. */
export function askToSignIn(): void {
  const { location } = window
  const here = location.pathname + location.search
  location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
}
