import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/words/request.ts");

const config: NextConfig = {
  // The address decides the language; "/" has none yet, and Japanese is the language of the records.
  redirects: async () => [{ source: "/", destination: "/ja", permanent: false }],
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  turbopack: { root: path.resolve(".") },
  experimental: {
    // A long sheet of Japanese text is posted whole; three bytes a character.
    serverActions: { bodySizeLimit: "4mb" },
  },
};

export default withNextIntl(config);
