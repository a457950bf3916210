import type { Metadata } from "next";
import { EmbedCard } from "@/components/sharing/embed-card.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { policyPath } from "@/lib/web/paths.ts";
import { cardMetadata } from "../../../page-metadata.ts";
import { releasedPolicy } from "../../../released.ts";

type Props = PageProps<"/[lang]/embed/[org]/[year]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const policy = await releasedPolicy(await params);
  const path = policyPath(lang, policy.organization.slug, policy.fiscalYear);
  return cardMetadata(lang, path, policy);
}

/** A policy as a card for the pages of others. */
export default async function PolicyCardPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  return <EmbedCard lang={lang} policy={await releasedPolicy(await params)} />;
}
