/** Most queues that a browser may name, and the longest name in UTF-16 units; Asterisk's own end at 80 bytes. */
export const MAX_QUEUES_ASKED = 500
export const MAX_QUEUE_NAME = 256

/** Longest text to a phone, in UTF-16 units: in whatever script, it fits into a line of AMI (1022 bytes). */
export const MAX_PHONE_TEXT = 300
