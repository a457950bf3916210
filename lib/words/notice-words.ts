import { createTranslator } from "use-intl/core";
import type { Phase } from "../domain/forms/form.ts";
import type { NoticeLine } from "../domain/notice-line.ts";
import { REFUSAL_CODES } from "../domain/refusal.ts";
import { dateWords, fiscalYearWords } from "./dates.ts";
import type { Language } from "./languages.ts";
import { MESSAGES } from "./messages.ts";

/** How long a link for setting a password works. */
const LINK_HOURS = 72;

/** The words of every namespace, for texts that no page draws. */
export const translatorOf = (lang: Language) => createTranslator({ locale: lang, messages: MESSAGES[lang] });

/** A notice in one or two sentences. Titles stand in the language in which they were written. */
export function noticeWords(lang: Language, line: NoticeLine): string {
  const words = translatorOf(lang);
  const policy = policyWords(lang, line.policy);
  const unsubmitted = Number(line.detail.unsubmitted ?? 0);
  const undecided = Number(line.detail.waiting ?? 0);
  const waiting = [
    unsubmitted > 0 ? words("notices.writing", { count: unsubmitted }) : "",
    undecided > 0 ? words("notices.deciding", { count: undecided }) : "",
  ];
  return words(`notices.sentence.${line.kind}`, {
    what: whatWords(lang, line),
    policy,
    round: line.phase ? roundWords(lang, line.policy, line.phase) : policy,
    dueOn: line.dueOn ? dateWords(lang, line.dueOn) : "",
    waiting: waiting.filter(Boolean).join(lang === "ja" ? "" : " "),
    edition: String(line.detail.edition ?? ""),
    count: Number(line.detail.count ?? 0),
    reason: failureWords(lang, String(line.detail.reason ?? "")),
    hours: LINK_HOURS,
  }).trim();
}

/** What a notice is about, short enough for a subject: 中間振り返りの具体的取組 1-1-1「…」. */
export function whatWords(
  lang: Language,
  { target, phase, policy }: Pick<NoticeLine, "target" | "phase" | "policy">,
): string {
  if (!target) return policyWords(lang, policy);
  const words = translatorOf(lang);
  const title = target.title ? (lang === "ja" ? `「${target.title}」` : ` “${target.title}”`) : "";
  const name = `${words(`targets.${target.type}`)}${target.code ? ` ${target.code}` : ""}${title}`;
  return phase ? words("notices.what", { phase: words(`phases.${phase}`), target: name }) : name;
}

const CHANGED: readonly string[] = ["wrong-state", "stale-lock", "stale-version"];
const NOT_ALLOWED: readonly string[] = ["not-allowed", "not-found"];

/** A round by its policy: みほん区 令和8年度(2026年度)の中間振り返り. */
export function roundWords(lang: Language, policy: NoticeLine["policy"], phase: Phase): string {
  const words = translatorOf(lang);
  return words("notices.round", { policy: policyWords(lang, policy), phase: words(`phases.${phase}`) });
}

/** Why a scheduled release did not happen. */
export function failureWords(lang: Language, code: string): string {
  const words = translatorOf(lang);
  if (CHANGED.includes(code)) return words("notices.reasons.changed");
  if (NOT_ALLOWED.includes(code)) return words("notices.reasons.not-allowed");
  if (code === "stale-base") return words("notices.reasons.stale-base");
  const refusal = REFUSAL_CODES.find((candidate) => candidate === code);
  return refusal ? words(`staff.refusals.${refusal}.title`) : words("notices.reasons.fault");
}

function policyWords(lang: Language, policy: NoticeLine["policy"]): string {
  if (!policy) return "";
  const name = policy[lang === "ja" ? "nameJa" : "nameEn"];
  return translatorOf(lang)("notices.policy", { name, year: fiscalYearWords(lang, policy.fiscalYear) });
}
