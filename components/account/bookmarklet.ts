/**
 * A bookmark that opens `/dial` with the number that is selected on whatever page one is, or asks for one. It only opens a
 * page of ours: it reads nothing else of that page.
 */
export function bookmarklet(origin: string): string {
  const script = `(function(){var n=String(getSelection()).trim()||prompt('Callboard','');if(n)open(${JSON.stringify(
    `${origin}/dial?to=`,
  )}+encodeURIComponent(n.slice(0,64)),'_blank','noopener')})()`
  return `javascript:${encodeURIComponent(script)}`
}
