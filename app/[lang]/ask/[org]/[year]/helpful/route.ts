import type { NextRequest } from "next/server";
import { addressOf, isOwnOrigin } from "@/lib/auth/request.ts";
import { voteHelpful } from "@/lib/data/asking.ts";
import { readAnchor } from "@/lib/domain/placed.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { isStorable } from "@/lib/domain/text.ts";
import { askPath } from "@/lib/web/paths.ts";
import { isLanguage } from "@/lib/words/languages.ts";

/**
 * Takes the yes or no of a public page, which is a plain form to a fixed address: the page may have been made long ago. It
 * leads on to the page that says thank you, or why it was not counted.
 */
export async function POST(
  request: NextRequest,
  { params }: RouteContext<"/[lang]/ask/[org]/[year]/helpful">,
): Promise<Response> {
  const { lang, org, year } = await params;
  if (!isLanguage(lang) || !/^\d{4}$/.test(year) || !isStorable(org)) return new Response(null, { status: 404 });
  const { about, helpful } = await pressed(request);
  const to = (query: Record<string, string>) => {
    const named = readAnchor(about) ? { about } : {};
    const location = askPath(lang, org, Number(year), { ...named, ...query });
    return new Response(null, { status: 303, headers: { Location: location } });
  };
  if (!isOwnOrigin(request.headers)) return to({ refused: "bad-origin" });
  if (helpful !== "yes" && helpful !== "no") return to({ refused: "invalid" });
  const item = about === "" ? null : readAnchor(about);
  if (about !== "" && (item === null || !isStorable(about))) return to({ refused: "not-found" });
  const reader = { slug: org, fiscalYear: Number(year), item, address: addressOf(request.headers) };
  try {
    await voteHelpful({ ...reader, helpful: helpful === "yes" });
  } catch (error) {
    if (error instanceof Refusal) return to({ refused: error.code });
    throw error;
  }
  return to({ done: helpful });
}

/** What was pressed about what; nothing where the body is no form. */
async function pressed(request: NextRequest): Promise<{ about: string; helpful: string }> {
  const form = await request.formData().catch(() => new FormData());
  const read = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value.length <= 200 ? value : "";
  };
  return { about: read("about"), helpful: read("helpful") };
}
