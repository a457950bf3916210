import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/words/request.ts");

const config: NextConfig = {
  // The address decides the language; "/" has none yet, and Japanese is the language of the records.
  redirects: async () => [{ source: "/", destination: "/ja", permanent: false }],
  // Same-origin, not stricter: without a referrer a plain form post carries "Origin: null", and our own check refuses it.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
      ],
    },
    // Only cards may stand in frames of other sites; proxy.ts says the same in the security policy.
    { source: "/((?!(?:ja|en)/embed/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
  ],
  // In development Next would print what a form sent; nothing that anybody typed belongs into a log.
  logging: { serverFunctions: false },
  typedRoutes: true,
  // Types are a gate of their own (npm test, npm run check:fast), and a build that asks again takes half as long again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // A page's head is whole before its body begins. Streamed, a title can come to lie in the body, where HTML has none.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  images: { unoptimized: true },
  turbopack: { root: path.resolve(".") },
  experimental: {
    // An address that no page answers: a whole page that reads without script, which not-found.tsx is not.
    globalNotFound: true,
    // A long sheet of Japanese text is posted whole; three bytes a character.
    serverActions: { bodySizeLimit: "4mb" },
  },
};

export default withNextIntl(config);
