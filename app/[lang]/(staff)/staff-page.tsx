import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Room, StaffFrame } from "@/components/site/staff-frame.tsx";
import { SignOutForm } from "@/components/submission/sign-out-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { samplesOf } from "@/lib/data/samples.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { ENVELOPE } from "@/lib/web/form-state.ts";
import { signOutAction } from "@/lib/web/sign-out.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The frame of a staff page with whoever is signed in; null draws it without a person. */
export async function StaffPage({
  lang,
  path,
  room,
  actor,
  children,
}: {
  lang: Language;
  path: (language: Language) => string;
  room: Room;
  actor: Actor | null;
  children: ReactNode;
}) {
  const words = await getTranslations("staff");
  return (
    <StaffFrame
      lang={lang}
      path={path}
      room={room}
      person={actor && { name: actor.name, post: actor.memberships[0]?.postTitle }}
      coordinator={actor?.memberships.some((membership) => membership.role === "COORDINATOR") ?? false}
      administrator={actor?.administrator ?? false}
      samples={actor ? await samplesOf(actor) : []}
      signOut={
        actor ? (
          <SignOutForm action={signOutAction} userId={actor.userId}>
            <input type="hidden" name={ENVELOPE.language} value={lang} />
            <Button variant="quiet" size="small">
              {words("signOut")}
            </Button>
          </SignOutForm>
        ) : null
      }
    >
      {children}
    </StaffFrame>
  );
}
