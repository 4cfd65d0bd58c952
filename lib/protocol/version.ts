/** Raised by one whenever what crosses the socket changes; a test holds it against the schemas. */
export const PROTOCOL_VERSION = 3
