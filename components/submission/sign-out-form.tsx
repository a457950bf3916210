"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { hasLocalCopies } from "./local-copy.ts";

/** Signs out; asks first where this browser has text of this person that the server does not have. */
export function SignOutForm({
  action,
  userId,
  children,
}: {
  action: (formData: FormData) => Promise<void>;
  userId: string;
  children: ReactNode;
}) {
  const words = useTranslations("autosave.signOut");
  return (
    <form
      action={action}
      onSubmit={(event) => {
        if (hasLocalCopies(userId) && !window.confirm(words("confirm"))) event.preventDefault();
      }}
    >
      {children}
    </form>
  );
}
