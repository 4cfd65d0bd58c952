/** Understood as a call for help in most networks, whatever the country. */
const EVERYWHERE = ['000', '110', '112', '911', '999']

/** Besides those: by ISO 3166 country, from the national numbering plans. */
const OF_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  AR: ['100', '101', '107'],
  AT: ['122', '128', '133', '140', '141', '144', '147'],
  AU: ['106'],
  BE: ['100', '101', '102'],
  BR: ['190', '191', '192', '193', '194', '197', '198', '199'],
  BY: ['101', '102', '103', '104'],
  CH: ['117', '118', '143', '144', '145', '147', '1414', '1415'],
  CL: ['131', '132', '133'],
  CN: ['119', '120', '122'],
  CO: ['123'],
  CZ: ['150', '155', '156', '158'],
  DE: ['115', '116117'],
  EG: ['122', '123', '180'],
  ES: ['061', '062', '080', '085', '088', '091', '092'],
  FR: ['15', '17', '18', '114', '115', '119', '191', '196', '197'],
  GR: ['100', '108', '166', '199'],
  HU: ['104', '105', '107'],
  IL: ['100', '101', '102'],
  IN: ['100', '101', '102', '108'],
  IT: ['113', '114', '115', '117', '118'],
  JP: ['118', '119'],
  KR: ['119'],
  KZ: ['101', '102', '103', '104'],
  LT: ['101', '102', '103'],
  LV: ['113'],
  MX: ['060', '065', '066', '068'],
  MY: ['994'],
  NO: ['113'],
  NZ: ['111'],
  PL: ['997', '998', '994', '986'],
  RO: ['113'],
  RU: ['101', '102', '103', '104'],
  SG: ['995'],
  SI: ['113'],
  SK: ['150', '155', '158'],
  TH: ['191', '199', '1669'],
  TR: ['155', '156', '158', '177'],
  TW: ['119'],
  UA: ['101', '102', '103', '104'],
  UY: ['104', '105'],
  ZA: ['10111', '10177'],
}

/** Does the number call for help there? Looked at as typed, and without whatever leads out of the house. */
export function isEmergency(digits: string, country: string | null, prefix: string): boolean {
  const numbers = new Set([...EVERYWHERE, ...(OF_COUNTRY[country ?? ''] ?? [])])
  const inside = prefix !== '' && digits.startsWith(prefix) ? digits.slice(prefix.length) : digits
  return [digits, inside, digits.replace(/^0+/, ''), inside.replace(/^0+/, '')].some((one) => numbers.has(one))
}
