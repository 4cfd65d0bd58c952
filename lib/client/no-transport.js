/** Stands in for the transports of Socket.IO that are never used here: its WebSocket alone goes to the browser. */
export const XHR = undefined
export const WT = undefined
