import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FigurePatterns } from "@/components/figures/grounds.tsx";
import { FormerItemPage } from "@/components/policy/former-item.tsx";
import { ItemPage } from "@/components/policy/item-page.tsx";
import { publishedAnswersOn } from "@/lib/data/published-answers.ts";
import { itemEditions } from "@/lib/data/published-editions.ts";
import { sectionName } from "@/lib/data/published-organizations.ts";
import { itemYears } from "@/lib/data/published-years.ts";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import { type PublishedItem, placeOf } from "@/lib/domain/placed.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { itemPath } from "@/lib/web/paths.ts";
import { historyMetadata, policyMetadata, policyNamed } from "../../page-metadata.ts";
import { releasedFormer, releasedPolicy } from "../../released.ts";

/** The address of an item: its kind is its folder's, its code is what the address says. */
interface ItemAddress {
  readonly lang: string;
  readonly org: string;
  readonly year: string;
  readonly type: PublishedItem["type"];
  readonly code: string;
}

async function read({ lang, type, code, ...address }: ItemAddress) {
  const language = pageLanguage(lang);
  const policy = await releasedPolicy(address);
  return { lang: language, policy, placed: placeOf(policy.content, type, code) };
}

/** The head of an item's page. */
export async function itemMetadata(address: ItemAddress): Promise<Metadata> {
  const { type, code } = address;
  const { lang, policy, placed } = await read(address);
  const { organization, fiscalYear, formId, content } = policy;
  const kind = formOf(formId).headings[type][lang];
  const pathOf = (language: typeof lang) => itemPath(language, organization.slug, fiscalYear, { type, code });
  const words = await getTranslations({ locale: lang, namespace: "public.items" });
  const titled = (title: string) =>
    words("titleOf", { kind, code, title, policy: policyNamed(lang, policy, content.policy.title) });
  if (!placed) {
    const former = await releasedFormer(policy, type, code);
    return historyMetadata(lang, pathOf, policy, (history, said) => ({
      title: titled(former.title),
      description: history("former.description", { ...said, kind, code }),
      indexed: false,
    }));
  }
  const { title } = placed.item;
  return policyMetadata(
    lang,
    pathOf,
    policy,
    ({ organization: name, year }) => ({
      title: titled(title),
      description: words("description", { organization: name, year, kind, code, title }),
    }),
    type === "initiative" ? placed.item : undefined,
  );
}

/** The page of an item; of one that is gone or has another code now, what became of it. */
export async function ItemAtAddress({ address }: { address: ItemAddress }) {
  const { type, code } = address;
  const { lang, policy, placed } = await read(address);
  const { slug } = policy.organization;
  if (!placed) {
    const former = await releasedFormer(policy, type, code);
    return <FormerItemPage lang={lang} policy={policy} code={code} former={former} />;
  }
  const { item } = placed;
  const [editions, years, section, answers] = await Promise.all([
    itemEditions(slug, policy.fiscalYear, item),
    itemYears(slug, policy.fiscalYear, item, policy.edition),
    sectionName(slug, item.sectionId),
    publishedAnswersOn(slug, policy.fiscalYear, item.id),
  ]);
  return (
    <>
      <FigurePatterns />
      <ItemPage
        lang={lang}
        policy={policy}
        placed={placed}
        // What was released while this was read is not in the policy that stands on the page.
        editions={editions.filter(({ line }) => line.number <= policy.edition.number)}
        years={years}
        section={section}
        answers={answers}
      />
    </>
  );
}
