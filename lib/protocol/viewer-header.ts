/**
 * The server tells its pages who looks at them in this header of the request, as JSON in base64url. What a browser sends
 * under that name is always thrown away.
 */
export const VIEWER_HEADER = 'x-callboard-viewer'
