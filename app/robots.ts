import type { MetadataRoute } from 'next'

/** Walls show people's names: no search engine has business here. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: '/' } }
}
