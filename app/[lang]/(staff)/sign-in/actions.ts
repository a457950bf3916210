"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isOwnOrigin } from "@/lib/auth/request.ts";
import { signIn } from "@/lib/auth/session.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { languageOf, typedOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { deskPath, safeNext } from "@/lib/web/paths.ts";

/** Signs a person in and takes them where they wanted to go, inside this site only. */
export async function signInAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  const typed = typedOf(formData);
  const state = { typed, refusal: null, problems: [], signIn: false };
  if (!isOwnOrigin(await headers())) return { ...state, refusal: "bad-origin" };
  const password = formData.get(ENVELOPE.password);
  try {
    await signIn(typed[ENVELOPE.email] ?? "", typeof password === "string" ? password : "");
  } catch (error) {
    if (error instanceof Refusal) return { ...state, refusal: error.code };
    throw error;
  }
  redirect(safeNext(typed._next) ?? deskPath(languageOf(typed)));
}
