import type { Metadata } from "next";
import { PhaseAtAddress, phaseMetadata } from "../../../phase-at-address.tsx";

type Props = PageProps<"/[lang]/[org]/[year]/editions/[number]/mid-year-review">;

const addressOf = async ({ params }: Props) => ({ ...(await params), phase: "MID_YEAR_REVIEW" }) as const;

export async function generateMetadata(props: Props): Promise<Metadata> {
  return phaseMetadata(await addressOf(props));
}

/** A policy's mid-year review as one of its Editions has it, whole. */
export default async function EditionMidYearReviewPage(props: Props) {
  return <PhaseAtAddress address={await addressOf(props)} />;
}
