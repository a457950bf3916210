import { sitemapFile } from "@/lib/documents/sitemap.ts";
import { SITEMAP_HEADERS, sitemapParts } from "@/lib/site/public-pages.ts";

/** One part of the sitemap; numbers of no part do not exist (404). */
export async function GET(_request: Request, { params }: RouteContext<"/sitemaps/[part]">): Promise<Response> {
  const [, number] = /^([1-9]\d{0,4})\.xml$/.exec((await params).part) ?? [];
  const pages = number === undefined ? undefined : (await sitemapParts())[Number(number) - 1];
  if (!pages) return new Response("not found\n", { status: 404, headers: { "Content-Type": "text/plain" } });
  return new Response(sitemapFile(pages), { headers: SITEMAP_HEADERS });
}
