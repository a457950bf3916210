import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { boxLook } from "@/components/ui/field.tsx";
import { TextBox } from "@/components/ui/text-box.tsx";
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
      {/* A box, because only in a box can a text be selected and copied without a mouse. */}
      <TextBox
        id="password-link"
        data-password-link
        readOnly
        rows={2}
        spellCheck={false}
        aria-label={words("people.link.title")}
        className={`${boxLook} field-sizing-content mt-3 block w-full resize-none break-all px-4`}
        defaultValue={address}
      />
    </Banner>
  );
}
