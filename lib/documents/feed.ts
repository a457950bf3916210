import type { Language } from "../words/languages.ts";
import { element, text, type Xml, xmlFile } from "./xml.ts";

/** A sentence about a change, in pieces; what stands under `ja` is Japanese in every language. */
export type FeedLine = readonly (string | { readonly ja: string })[];

/** What is told of one Edition. */
export interface FeedEntry {
  /** The same for ever, wherever the site moves. */
  readonly id: string;
  readonly title: string;
  /** Where it is read, whole. */
  readonly page: string;
  /** When it was released. */
  readonly at: Date;
  /** When something in it was blacked out since; else as `at`. */
  readonly updatedAt: Date;
  readonly author: string;
  /** Why, as the office wrote it. */
  readonly reason: string | null;
  readonly lines: readonly FeedLine[];
}

/** What can be followed. Every address is absolute. */
export interface Feed {
  readonly lang: Language;
  readonly title: string;
  readonly description: string;
  readonly page: string;
  readonly self: string;
  readonly icon: string;
  readonly author: string;
  readonly rights: string;
  /** When it last changed. */
  readonly updatedAt: Date;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

const GENERATOR = "Hoshin";

/** A feed as Atom (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { lang } = feed;
  return xmlFile(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": lang },
      element("id", {}, feed.self),
      element("title", {}, feed.title),
      element("subtitle", {}, feed.description),
      element("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
      element("link", { rel: "alternate", type: "text/html", hreflang: lang, href: feed.page }),
      element("icon", {}, feed.icon),
      element("author", {}, element("name", {}, feed.author)),
      element("rights", {}, feed.rights),
      element("generator", {}, GENERATOR),
      element("updated", {}, feed.updatedAt.toISOString()),
      ...feed.entries.map((entry) =>
        element(
          "entry",
          {},
          element("id", {}, entry.id),
          element("title", {}, entry.title),
          element("link", { rel: "alternate", type: "text/html", hreflang: lang, href: entry.page }),
          element("author", {}, element("name", {}, entry.author)),
          element("published", {}, entry.at.toISOString()),
          element("updated", {}, entry.updatedAt.toISOString()),
          ...(entry.reason === null ? [] : [element("summary", { "xml:lang": "ja" }, entry.reason)]),
          element(
            "content",
            { type: "xhtml" },
            element("div", { xmlns: "http://www.w3.org/1999/xhtml", lang, "xml:lang": lang }, ...body(entry)),
          ),
        ),
      ),
    ),
  );
}

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.self,
    icon: feed.icon,
    language: feed.lang,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.page,
      title: entry.title,
      ...(entry.reason === null ? {} : { summary: entry.reason }),
      content_html: body(entry)
        .map(({ markup }) => markup)
        .join(""),
      date_published: entry.at.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      authors: [{ name: entry.author }],
      language: feed.lang,
    })),
  });
}

/** The reason, then what changed: XML that is HTML too. */
function body({ reason, lines }: FeedEntry): Xml[] {
  return [
    ...(reason === null ? [] : [element("p", { lang: "ja" }, reason)]),
    ...(lines.length === 0 ? [] : [element("ul", {}, ...lines.map((line) => element("li", {}, ...line.map(piece))))]),
  ];
}

const piece = (said: FeedLine[number]): Xml =>
  typeof said === "string" ? text(said) : element("span", { lang: "ja" }, said.ja);
