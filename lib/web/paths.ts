import type { Route } from "next";
import type { Language } from "../words/languages.ts";

/** Every address of the site, made here and nowhere else. Codes and slugs are escaped; ids are as they are. */

const at = (...parts: (string | number)[]): Route =>
  `/${parts.map((part) => encodeURIComponent(part)).join("/")}` as Route;

export const homePath = (lang: Language): Route => at(lang);

export const policyPath = (lang: Language, org: string, year: number): Route => at(lang, org, year);

export const initiativePath = (lang: Language, org: string, year: number, code: string): Route =>
  at(lang, org, year, "initiatives", code);

/** The data of a policy's current Edition. */
export const policyDataPath = (org: string, year: number): Route =>
  at("api", "v1", "organizations", org, "policies", year);

/** Where people sign in; `next` is where they wanted to go. */
export function signInPath(lang: Language, next?: string): Route {
  const path = at(lang, "sign-in");
  return next ? (`${path}?next=${encodeURIComponent(next)}` as Route) : path;
}

export const deskPath = (lang: Language): Route => at(lang, "desk");

/** A submission's page; `done` names the move that was just made, so that the page can say so. */
export function submissionPath(lang: Language, id: string, done?: string): Route {
  const path = at(lang, "submissions", id);
  return done ? (`${path}?done=${encodeURIComponent(done)}` as Route) : path;
}

export const releasesPath = (lang: Language): Route => at(lang, "releases");

export const releasePath = (lang: Language, policyId: string): Route => at(lang, "releases", policyId);

export const releasePreviewPath = (lang: Language, policyId: string): Route =>
  at(lang, "releases", policyId, "preview");

/**
 * Where to go after signing in: `next` if it is a page of this site in a language that it has, else null. Only a path
 * passes, so that no link can send a person who has just signed in to another host.
 */
export function safeNext(next: unknown): Route | null {
  if (typeof next !== "string" || next.length > 500) return null;
  return /^\/(ja|en)(\/[A-Za-z0-9._~%-]+)*(\?[A-Za-z0-9._~%=&-]*)?$/.test(next) ? (next as Route) : null;
}
