"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { addressOf, isOwnOrigin } from "@/lib/auth/request.ts";
import { askQuestion, askStamp, whyNotAsk } from "@/lib/data/asking.ts";
import { LONGEST_QUESTION, QUESTION_KINDS } from "@/lib/domain/asking.ts";
import { readAnchor } from "@/lib/domain/placed.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { isStorable, lengthOf } from "@/lib/domain/text.ts";
import { ASK, type AskProblem, type AskState, kindWord, stampedPlace } from "@/lib/web/ask-state.ts";
import { askPath } from "@/lib/web/paths.ts";
import { isLanguage } from "@/lib/words/languages.ts";

const field = z.string().catch("");

/** Sends what a reader wrote, or gives the form back with every word of it. Nothing typed is put into an address. */
export async function ask(_previous: AskState | null, formData: FormData): Promise<AskState> {
  const read = (name: string) => field.parse(formData.get(name));
  // A browser sends each end of a line as two characters; people see one.
  const [org, year, about, kindTyped, text] = [ASK.org, ASK.year, ASK.about, ASK.kind, ASK.text].map((name) =>
    read(name).replaceAll("\r\n", "\n"),
  ) as [string, string, string, string, string];
  const lang = isLanguage(read(ASK.lang)) ? (read(ASK.lang) as "ja" | "en") : "ja";
  const kind = z.enum(QUESTION_KINDS).catch("QUESTION").parse(kindTyped);
  const place = stampedPlace(org, year, about, kind);
  const back = (problem: AskProblem): AskState => ({ text, problem, stamp: askStamp(place) });
  const asked = await headers();
  if (!isOwnOrigin(asked)) return back("bad-origin");
  const item = about === "" ? null : readAnchor(about);
  if ((about !== "" && item === null) || !/^\d{4}$/.test(year) || !isStorable(org + about)) return back("not-found");
  const wrong = whyNotText(text) ?? (read(ASK.trap) === "" ? null : "trap") ?? whyNotAsk(place, read(ASK.stamp));
  if (wrong) return back(wrong);
  const reader = { slug: org, fiscalYear: Number(year), item, address: addressOf(asked) };
  try {
    await askQuestion({ ...reader, kind, text: text.trim() });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return back(problemOf(error));
  }
  redirect(askPath(lang, org, Number(year), { about, done: kindWord(kind) }));
}

function whyNotText(text: string): AskProblem | null {
  if (text.trim() === "") return "required";
  if (!isStorable(text)) return "characters";
  return lengthOf(text.trim()) > LONGEST_QUESTION ? "too-long" : null;
}

function problemOf({ code }: Refusal): AskProblem {
  if (code === "too-many-attempts" || code === "too-many-today" || code === "already-exists") return code;
  return "not-found";
}
