/** Most queues that a browser may name, and the longest name in UTF-16 units; Asterisk's own end at 80 bytes. */
export const MAX_QUEUES_ASKED = 500
export const MAX_QUEUE_NAME = 256
