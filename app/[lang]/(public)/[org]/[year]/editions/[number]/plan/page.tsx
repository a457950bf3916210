import type { Metadata } from "next";
import { PhaseAtAddress, phaseMetadata } from "../../../phase-at-address.tsx";

type Props = PageProps<"/[lang]/[org]/[year]/editions/[number]/plan">;

const addressOf = async ({ params }: Props) => ({ ...(await params), phase: "PLAN" }) as const;

export async function generateMetadata(props: Props): Promise<Metadata> {
  return phaseMetadata(await addressOf(props));
}

/** A policy's plan as one of its Editions has it, whole. */
export default async function EditionPlanPage(props: Props) {
  return <PhaseAtAddress address={await addressOf(props)} />;
}
