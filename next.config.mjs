const root = import.meta.dirname;

/** Sent with every answer, beside the content security policy, which the server sets for each page anew. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

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
  experimental: { staleTimes: { static: 30, dynamic: 0 } },
  headers: async () => [
    { source: "/:path*", headers },
    // Only the embeds are meant to be framed by other sites.
    { source: "/((?!embed/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
  ],
};
