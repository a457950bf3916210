import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { placeOf } from "@/components/policy/initiative-place.tsx";
import { EmbedCard } from "@/components/sharing/embed-card.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { initiativePath } from "@/lib/web/paths.ts";
import { cardMetadata } from "../../../../../page-metadata.ts";
import { releasedPolicy } from "../../../../../released.ts";

type Props = PageProps<"/[lang]/embed/[org]/[year]/initiatives/[code]">;

async function read({ params }: Props) {
  const { lang, code, ...address } = await params;
  const language = pageLanguage(lang);
  const policy = await releasedPolicy(address);
  return { lang: language, policy, initiative: placeOf(policy, code)?.initiative ?? notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lang, policy, initiative } = await read(props);
  const path = initiativePath(lang, policy.organization.slug, policy.fiscalYear, initiative.code);
  return cardMetadata(lang, path, `${initiative.code} ${initiative.title}`);
}

/** One initiative as a card for the pages of others; one that is no longer there has none (404). */
export default async function InitiativeCardPage(props: Props) {
  const { lang, policy, initiative } = await read(props);
  return <EmbedCard lang={lang} policy={policy} initiative={initiative} />;
}
