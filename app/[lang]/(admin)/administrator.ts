import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { currentActor } from "@/lib/auth/session.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { signInPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The administrator who asks. Who is not signed in is asked to; for anybody else there is no such page. */
export async function administrator(lang: Language, here: Route): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, here));
  if (!actor.administrator) notFound();
  return actor;
}
