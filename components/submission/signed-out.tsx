import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { signInPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Stands where a form would, for a reader who is not signed in. `here` is the page's own address, to come back to. */
export function SignedOut({ lang, here }: { lang: Language; here: string }) {
  const words = useTranslations();
  return (
    <Banner
      tone="info"
      toneLabel={words("tones.info")}
      title={words("staff.again.openTitle")}
      actions={
        <ButtonLink variant="primary" href={signInPath(lang, here)}>
          {words("staff.again.toSignIn")}
        </ButtonLink>
      }
    >
      {words("staff.again.openLead")}
    </Banner>
  );
}
