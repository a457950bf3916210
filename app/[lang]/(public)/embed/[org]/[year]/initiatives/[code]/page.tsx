import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbedCard } from "@/components/sharing/embed-card.tsx";
import { placeOf } from "@/lib/domain/placed.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { initiativePath } from "@/lib/web/paths.ts";
import { cardMetadata } from "../../../../../page-metadata.ts";
import { releasedPolicy } from "../../../../../released.ts";

type Props = PageProps<"/[lang]/embed/[org]/[year]/initiatives/[code]">;

async function read({ params }: Props) {
  const { lang, code, ...address } = await params;
  const language = pageLanguage(lang);
  const policy = await releasedPolicy(address);
  const placed = placeOf(policy.content, "initiative", code);
  return { lang: language, policy, initiative: placed?.item.type === "initiative" ? placed.item : notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lang, policy, initiative } = await read(props);
  const path = initiativePath(lang, policy.organization.slug, policy.fiscalYear, initiative.code);
  return cardMetadata(lang, path, policy, `${initiative.code} ${initiative.title}`);
}

/** One initiative as a card for the pages of others; one that is no longer there has none (404). */
export default async function InitiativeCardPage(props: Props) {
  const { lang, policy, initiative } = await read(props);
  return <EmbedCard lang={lang} policy={policy} initiative={initiative} />;
}
