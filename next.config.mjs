const root = import.meta.dirname;

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The compiler runs apart, once, over the whole project.
  typescript: { ignoreBuildErrors: true },
  // Native code, WASM and files read at run time: left as they are on disk.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pglite-prisma-adapter",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "@node-rs/argon2",
    "pg-boss",
    "pino",
  ],
  outputFileTracingRoot: root,
  turbopack: { root },
  // A page fetched ahead, when its link was pointed at, may be this old when it is shown; the least that Next allows.
  // Every reader gets the same page, crawlers too: what names it stands in its head.
  htmlLimitedBots: /.*/,
  // With authInterrupts a page can answer 403.
  experimental: { staleTimes: { static: 30, dynamic: 0 }, authInterrupts: true },
};
