import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isOwnOrigin } from "../auth/request.ts";
import { currentActor, signIn } from "../auth/session.ts";
import type { Actor } from "../domain/actor.ts";
import type { Typed } from "../domain/forms/sheet.ts";
import { Refusal } from "../domain/refusal.ts";
import { isLanguage, type Language } from "../words/languages.ts";
import { ENVELOPE, type FormState } from "./form-state.ts";
import { deskPath } from "./paths.ts";

/** Where a form leads, or what it comes back with. */
export type Answer = { readonly to: Route } | Partial<Omit<FormState, "typed">>;

/**
 * The one way in which a staff form is answered: own origin, then who (signing in again in place where the session
 * ended, as the same person only), then the work. A Refusal brings the form back with what was typed, over a page that
 * shows how things stand now.
 */
export async function answerForm(
  formData: FormData,
  work: (actor: Actor, typed: Typed) => Promise<Answer>,
): Promise<FormState> {
  const typed = typedOf(formData);
  const answer = isOwnOrigin(await headers())
    ? await answerAs(await writerOf(formData, typed), typed, work)
    : { refusal: "bad-origin" as const };
  if ("to" in answer) redirect(answer.to);
  const state = { typed, refusal: null, problems: [], signIn: false, ...answer };
  if (!state.signIn) refresh();
  return state;
}

/** What was typed, by name: text only, nothing that Next adds, no password. */
export function typedOf(formData: FormData): Typed {
  return Object.fromEntries(
    [...formData.entries()].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && !entry[0].startsWith("$") && !entry[0].startsWith(ENVELOPE.password),
    ),
  );
}

/** The language that a form was shown in. */
export function languageOf(typed: Typed): Language {
  const language = typed[ENVELOPE.language] ?? "";
  return isLanguage(language) ? language : "ja";
}

/** The person who opened the form: signed in still, or signing in with it; otherwise what the form comes back with. */
async function writerOf(formData: FormData, typed: Typed): Promise<Actor | Answer> {
  const writer = typed[ENVELOPE.writer];
  const actor = await currentActor();
  if (actor && actor.userId === writer) return actor;

  const email = typed[ENVELOPE.email];
  const password = formData.get(ENVELOPE.password);
  if (!email || typeof password !== "string" || password === "") {
    return { signIn: true, refusal: actor ? "someone-else" : null };
  }
  try {
    const signedIn = await signIn(email, password);
    // Somebody else signed in where the first person's text stood: it is not theirs to send.
    return signedIn.userId === writer ? signedIn : { to: deskPath(languageOf(typed)) };
  } catch (error) {
    if (error instanceof Refusal) return { signIn: true, refusal: error.code };
    throw error;
  }
}

async function answerAs(
  who: Actor | Answer,
  typed: Typed,
  work: (actor: Actor, typed: Typed) => Promise<Answer>,
): Promise<Answer> {
  if (!("userId" in who)) return who;
  try {
    return await work(who, typed);
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code };
    throw error;
  }
}
