import { sitemapFile, sitemapIndex } from "@/lib/documents/sitemap.ts";
import { newestOf, SITEMAP_HEADERS, sitemapParts } from "@/lib/site/public-pages.ts";
import { sitemapPartPath } from "@/lib/web/paths.ts";
import { absolute } from "@/lib/web/site-address.ts";

export const dynamic = "force-dynamic";

/** Every public page; of a large city the list of the parts in which they lie. */
export async function GET(): Promise<Response> {
  const parts = await sitemapParts();
  const [only, ...more] = parts;
  const text =
    only && more.length === 0
      ? sitemapFile(only)
      : sitemapIndex(
          parts.map((pages, index) => ({ href: absolute(sitemapPartPath(index + 1)), at: newestOf(pages) })),
        );
  return new Response(text, { headers: SITEMAP_HEADERS });
}
