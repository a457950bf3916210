import { createHash } from "node:crypto";
import { cityFeed, initiativeFeed, organizationFeed, policyFeed } from "@/lib/data/published-feeds.ts";
import { editionEntry } from "@/lib/documents/edition-entry.ts";
import { atomFeed, type Feed, jsonFeed } from "@/lib/documents/feed.ts";
import type { EditionFeed } from "@/lib/domain/published-policy.ts";
import {
  type FeedFormat,
  type FeedOf,
  feedPath,
  homePath,
  initiativePath,
  policyPath,
  publicOrganizationPath,
  revisionEntryPath,
} from "@/lib/web/paths.ts";
import { absolute } from "@/lib/web/site-address.ts";
import { isUnchanged } from "@/lib/web/unchanged.ts";
import { feedTitle } from "@/lib/words/feed-words.ts";
import { isLanguage, type Language } from "@/lib/words/languages.ts";
import { translatorOf } from "@/lib/words/notice-words.ts";

const TYPES: Record<FeedFormat, string> = { atom: "application/atom+xml", json: "application/feed+json" };

/** What an address says is followed, as it stands there. */
interface Asked {
  readonly lang: string;
  readonly org?: string;
  readonly year?: string;
  readonly code?: string;
}

/**
 * A feed in one of its two formats; what was never released has none (404). An unchanged one answers 304. Readers on other
 * sites may fetch it too.
 */
export async function feedAnswer(request: Request, format: FeedFormat, params: Promise<Asked>): Promise<Response> {
  const asked = await params;
  const { lang } = asked;
  const found = isLanguage(lang) ? await read(lang, asked) : null;
  if (!isLanguage(lang) || !found) {
    return new Response("not found\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
  const feed = feedOf(lang, format, found);
  const body = format === "atom" ? atomFeed(feed) : jsonFeed(feed);
  const headers = {
    // May be kept, must be asked after: a release shows at the next request.
    "Cache-Control": "no-cache",
    "Access-Control-Allow-Origin": "*",
    ETag: `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`,
    "Last-Modified": found.feed.changedAt.toUTCString(),
  };
  return isUnchanged(request.headers, headers.ETag, found.feed.changedAt)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers: { ...headers, "Content-Type": `${TYPES[format]}; charset=utf-8` } });
}

/** A feed with what it follows: where that is read, and how it is called. */
interface Found {
  readonly feed: EditionFeed;
  readonly of: FeedOf;
  readonly page: string;
  readonly itemId?: string;
  readonly title: string;
}

async function read(lang: Language, { org, year, code }: Asked): Promise<Found | null> {
  if (org === undefined) {
    return { feed: await cityFeed(), of: {}, page: homePath(lang), title: feedTitle(lang, {}) };
  }
  // What is no name of an organisation is not asked for: the database refuses some characters.
  if (!/^[a-z][a-z0-9-]*$/.test(org)) return null;
  if (year === undefined) {
    const feed = await organizationFeed(org);
    if (!feed) return null;
    const { organization } = feed;
    return { feed, of: { org }, page: publicOrganizationPath(lang, org), title: feedTitle(lang, { organization }) };
  }
  if (!/^\d{4}$/.test(year)) return null;
  const fiscalYear = Number(year);
  const of = { org, year: fiscalYear, code };
  if (code === undefined) {
    const feed = await policyFeed(org, fiscalYear);
    const [organization] = feed?.entries.map((entry) => entry.organization) ?? [];
    return (
      feed && {
        feed,
        of,
        page: policyPath(lang, org, fiscalYear),
        title: feedTitle(lang, { organization, fiscalYear }),
      }
    );
  }
  const feed = await initiativeFeed(org, fiscalYear, code);
  const [organization] = feed?.entries.map((entry) => entry.organization) ?? [];
  return (
    feed && {
      ...{ feed, of, page: initiativePath(lang, org, fiscalYear, code), itemId: feed.id },
      title: feedTitle(lang, { organization, fiscalYear, initiative: { code, title: feed.title } }),
    }
  );
}

function feedOf(lang: Language, format: FeedFormat, { feed, of, page, itemId, title }: Found): Feed {
  const words = translatorOf(lang);
  const entries = feed.entries.map((edition) => {
    const { organization, fiscalYear, line } = edition;
    const entry = absolute(revisionEntryPath(lang, organization.slug, fiscalYear, line.number));
    return editionEntry(lang, edition, { page: entry, itemId });
  });
  return {
    lang,
    title,
    description: words("following.feed.description"),
    page: absolute(page),
    self: absolute(feedPath(lang, format, of)),
    icon: absolute("/favicon.svg"),
    author: words("site.name"),
    rights: words("following.feed.rights"),
    updatedAt: feed.changedAt,
    entries,
  };
}
