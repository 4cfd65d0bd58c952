/** The customer's record by the configured template, such as `https://crm.example.net/?phone={number}`; http and https only. */
export function crmLink(template: string | null, number: string | null): string | null {
  if (template === null || number === null) return null
  const link = template.replaceAll('{number}', () => encodeURIComponent(number))
  if (!URL.canParse(link)) return null
  return ['http:', 'https:'].includes(new URL(link).protocol) ? link : null
}
