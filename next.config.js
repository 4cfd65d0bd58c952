/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run types` checks the whole project, tests included; once is enough.
  typescript: { ignoreBuildErrors: true },
  // Messages are compiled on the server, so that no ICU parser goes to the browser.
  turbopack: {
    resolveAlias: {
      'use-intl/format-message': 'use-intl/format-message/format-only',
      './polling-xhr.node.js': './lib/client/no-transport.js',
      './transports/polling-xhr.js': './lib/client/no-transport.js',
      './webtransport.js': './lib/client/no-transport.js',
    },
  },
}
