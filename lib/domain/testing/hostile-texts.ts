/** What somebody may call themselves, or have called a queue, to see a screen break. */
export const HOSTILE_TEXTS = {
  markup: '<img src=x onerror=alert(1)>',
  script: '</script><script>alert(1)</script>',
  shell: '$(id) `id` $HOME',
  formula: "=cmd|' /C calc'!A0",
  'right-to-left override': '\u202Eevil\u202C \u2066open isolate',
  'Hebrew and Arabic': 'שלום مرحبا 12:34',
  'zero width': '\u200B\u200D\uFEFF\u2060',
  separators: 'a|b%7Cc%/d\\e&f,g@h;i',
  'line separators': 'one\u2028two\u2029three',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈',
  'many accents': `Z${'\u0301'.repeat(60)}algo`,
  prototype: '__proto__',
  constructor: 'constructor',
  method: 'toString',
  message: '{count, plural, other {#}} <b>{x}</b>',
} as const
