import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PhasePage } from "@/components/policy/phase-page.tsx";
import { phasesIn } from "@/lib/domain/edition-times.ts";
import type { Phase } from "@/lib/domain/forms/form.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { phasePath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { historyMetadata, policyMetadata, policyNamed } from "../../page-metadata.ts";
import { releasedEdition, releasedPolicy } from "../../released.ts";

/** The address of a phase, whose folder names it; a number asks for it as that Edition has it. */
interface PhaseAddress {
  readonly lang: string;
  readonly org: string;
  readonly year: string;
  readonly number?: string | undefined;
  readonly phase: Phase;
}

/** The policy of an address; a phase of which nothing was released by then does not exist (404). */
async function read({ lang, phase, number, ...address }: PhaseAddress) {
  const edition = number === undefined ? null : await releasedEdition({ ...address, number });
  const policy = edition?.policy ?? (await releasedPolicy(address));
  if (!phasesIn(policy.history).includes(phase)) notFound();
  return { lang: pageLanguage(lang), policy, edition, phase };
}

/** The head of a phase's page. */
export async function phaseMetadata(address: PhaseAddress): Promise<Metadata> {
  const { lang, policy, edition, phase } = await read(address);
  const { organization, fiscalYear, content } = policy;
  const number = edition?.policy.edition.number;
  const pathOf = (language: Language) => phasePath(language, organization.slug, fiscalYear, phase, number);
  const words = await getTranslations({ locale: lang, namespace: "public.phase" });
  const named = policyNamed(lang, policy, content.policy.title);
  const said = { phase, title: named };
  if (number !== undefined)
    return historyMetadata(lang, pathOf, policy, (history, of) => ({
      title: history("state.titleOf", { number, title: words("titleOf", said) }),
      description: words("descriptionOf", { ...of, ...said, number }),
      indexed: false,
    }));
  return policyMetadata(lang, pathOf, policy, (of) => ({
    title: words("titleOf", said),
    description: words("description", { ...of, ...said }),
  }));
}

/** What a policy says in a phase, whole. */
export async function PhaseAtAddress({ address }: { address: PhaseAddress }) {
  return <PhasePage {...(await read(address))} />;
}
