import { useTranslations } from "next-intl";
import { phasesToRead } from "@/lib/domain/digest.ts";
import { PHASES, type Phase } from "@/lib/domain/forms/form.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { editionPath, phasePath, policyPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/**
 * The pages on which a policy is read: its digest, and each phase whole. The one that is read is marked. With a number they
 * are those of that Edition. Nothing where there is the digest only.
 */
export function PhaseNav({
  lang,
  policy,
  number,
  here = null,
}: {
  lang: Language;
  policy: PublishedPolicy;
  number?: number | undefined;
  /** The phase that is being read; null in the digest. */
  here?: Phase | null;
}) {
  const words = useTranslations("public.phase");
  const place = [lang, policy.organization.slug, policy.fiscalYear] as const;
  const toRead = phasesToRead(policy);
  const phases = PHASES.filter((phase) => phase === here || toRead.includes(phase));
  if (phases.length === 0) return null;
  const pages = [
    {
      name: words("digest"),
      href: number === undefined ? policyPath(...place) : editionPath(...place, number),
      of: null,
    },
    ...phases.map((phase) => ({ name: words(`whole.${phase}`), href: phasePath(...place, phase, number), of: phase })),
  ];
  return (
    <nav aria-label={words("pages")} className="mt-6 md:mt-8 print:hidden">
      <ul className="phase-nav">
        {pages.map(({ name, href, of }) => (
          <li key={href}>
            <a href={href} aria-current={of === here ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
