import type { Metadata } from "next";
import { PhaseAtAddress, phaseMetadata } from "../phase-at-address.tsx";

type Props = PageProps<"/[lang]/[org]/[year]/plan">;

const addressOf = async ({ params }: Props) => ({ ...(await params), phase: "PLAN" }) as const;

export async function generateMetadata(props: Props): Promise<Metadata> {
  return phaseMetadata(await addressOf(props));
}

/** A policy's plan, whole. */
export default async function PlanPage(props: Props) {
  return <PhaseAtAddress address={await addressOf(props)} />;
}
