import { SITEMAP_PATH, signInPath } from "@/lib/web/paths.ts";
import { absolute } from "@/lib/web/site-address.ts";
import { LANGUAGES } from "@/lib/words/languages.ts";

export const dynamic = "force-dynamic";

/** What search engines may read, which is everything public, and where the list of it is. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    ...LANGUAGES.map((lang) => `Disallow: ${signInPath(lang)}`),
    "",
    `Sitemap: ${absolute(SITEMAP_PATH)}`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
