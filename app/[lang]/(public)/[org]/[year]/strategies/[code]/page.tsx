import type { Metadata } from "next";
import { ItemAtAddress, itemMetadata } from "../../item-at-address.tsx";

type Props = PageProps<"/[lang]/[org]/[year]/strategies/[code]">;

async function addressOf({ params }: Props) {
  const { code, ...address } = await params;
  return { ...address, type: "strategy", code } as const;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return itemMetadata(await addressOf(props));
}

/** A strategy at its permanent address. */
export default async function StrategyPage(props: Props) {
  return <ItemAtAddress address={await addressOf(props)} />;
}
