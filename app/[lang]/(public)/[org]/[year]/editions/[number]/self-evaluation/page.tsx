import type { Metadata } from "next";
import { PhaseAtAddress, phaseMetadata } from "../../../phase-at-address.tsx";

type Props = PageProps<"/[lang]/[org]/[year]/editions/[number]/self-evaluation">;

const addressOf = async ({ params }: Props) => ({ ...(await params), phase: "SELF_EVALUATION" }) as const;

export async function generateMetadata(props: Props): Promise<Metadata> {
  return phaseMetadata(await addressOf(props));
}

/** A policy's self-evaluation as one of its Editions has it, whole. */
export default async function EditionSelfEvaluationPage(props: Props) {
  return <PhaseAtAddress address={await addressOf(props)} />;
}
