import type { Metadata } from "next";
import { PhaseAtAddress, phaseMetadata } from "../phase-at-address.tsx";

type Props = PageProps<"/[lang]/[org]/[year]/mid-year-review">;

const addressOf = async ({ params }: Props) => ({ ...(await params), phase: "MID_YEAR_REVIEW" }) as const;

export async function generateMetadata(props: Props): Promise<Metadata> {
  return phaseMetadata(await addressOf(props));
}

/** A policy's mid-year review, whole. */
export default async function MidYearReviewPage(props: Props) {
  return <PhaseAtAddress address={await addressOf(props)} />;
}
