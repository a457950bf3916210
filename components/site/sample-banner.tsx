import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import type { PublishedOrganization } from "@/lib/domain/published-policy.ts";
import type { Language } from "@/lib/words/languages.ts";
import { SourceBanner } from "./source-banner.tsx";

/** An organisation as its name is shown. */
type Named = Pick<PublishedOrganization, "nameJa" | "nameEn">;

/** The strip over every page of a made-up organisation. */
export function SampleBanner({ lang, organizations }: { lang: Language; organizations: readonly Named[] }) {
  const words = useTranslations("sample");
  const names = organizations.map(({ nameJa, nameEn }) => (lang === "ja" ? nameJa : nameEn));
  return (
    <SourceBanner label={words("label")}>
      <SampleMark className="mr-2" /> {words("made", { names: names.join(words("separator")) })}
    </SourceBanner>
  );
}

/** The mark beside the name of a made-up organisation. */
export function SampleMark({ className }: { className?: string }) {
  return <Badge className={className}>{useTranslations("sample")("mark")}</Badge>;
}
