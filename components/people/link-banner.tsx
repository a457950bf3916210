import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** A link to set a password, to be handed over. It is shown here and never again. */
export function LinkBanner({ lang, address, expiresAt }: { lang: Language; address: string; expiresAt: Date }) {
  const words = useTranslations();
  return (
    <Banner
      tone="info"
      toneLabel={words("tones.info")}
      title={words("people.link.title")}
      headingLevel={2}
      className="mb-8"
    >
      <p>{words("people.link.handOver", { until: instantWords(lang, expiresAt) })}</p>
      <p className="mt-3">
        <code data-password-link className="block select-all break-all border border-hairline bg-wash p-4 text-base">
          {address}
        </code>
      </p>
    </Banner>
  );
}
