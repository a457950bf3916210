import { element, xmlFile } from "./xml.ts";

/** A page in each of its languages. Every address is absolute. */
export interface SitemapPage {
  readonly addresses: readonly { readonly lang: string; readonly href: string }[];
  /** When what it shows was released; null where it changes with nothing. */
  readonly at: Date | null;
}

const NAMESPACES = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
};

/** Pages as a sitemap (sitemaps.org 0.9): each of a page's addresses names all of them, and the Japanese for all others. */
export function sitemapFile(pages: readonly SitemapPage[]): string {
  return xmlFile(
    element(
      "urlset",
      NAMESPACES,
      ...pages.flatMap(({ addresses, at }) => {
        const [first] = addresses;
        const alternates = [...addresses, ...(first ? [{ lang: "x-default", href: first.href }] : [])];
        const links = alternates.map(({ lang, href }) =>
          element("xhtml:link", { rel: "alternate", hreflang: lang, href }),
        );
        const lastmod = at ? [element("lastmod", {}, at.toISOString())] : [];
        return addresses.map(({ href }) => element("url", {}, element("loc", {}, href), ...lastmod, ...links));
      }),
    ),
  );
}

/** A list of sitemaps, for a site whose pages do not fit into one. */
export function sitemapIndex(parts: readonly { readonly href: string; readonly at: Date | null }[]): string {
  return xmlFile(
    element(
      "sitemapindex",
      { xmlns: NAMESPACES.xmlns },
      ...parts.map(({ href, at }) =>
        element("sitemap", {}, element("loc", {}, href), ...(at ? [element("lastmod", {}, at.toISOString())] : [])),
      ),
    ),
  );
}
