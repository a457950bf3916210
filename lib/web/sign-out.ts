"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isOwnOrigin } from "../auth/request.ts";
import { signOut } from "../auth/session.ts";
import { languageOf, typedOf } from "./form-action.ts";
import { homePath } from "./paths.ts";

/** The button "sign out" of every staff page. */
export async function signOutAction(formData: FormData): Promise<void> {
  if (isOwnOrigin(await headers())) await signOut();
  redirect(homePath(languageOf(typedOf(formData))));
}
