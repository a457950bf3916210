import type { Route } from "next";
import type { NoticeLine } from "../domain/notice-line.ts";
import type { Language } from "../words/languages.ts";
import { deskPath, policyPath, questionPath, questionsPath, releasePath, submissionPath } from "./paths.ts";

/** Where a notice leads; the desk where there is no better place. */
export function noticePath(lang: Language, { kind, policy, submissionId, questionId }: NoticeLine): Route {
  if (submissionId) return submissionPath(lang, submissionId);
  if (questionId) return questionPath(lang, questionId);
  if (policy && kind === "released") return policyPath(lang, policy.slug, policy.fiscalYear);
  if (kind === "asked") return questionsPath(lang);
  if (policy && kind === "release-failed") return releasePath(lang, policy.id);
  return deskPath(lang);
}
