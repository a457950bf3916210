import type { Metadata } from "next";
import { ItemAtAddress, itemMetadata } from "../../item-at-address.tsx";

type Props = PageProps<"/[lang]/[org]/[year]/reform/[number]">;

async function addressOf({ params }: Props) {
  const { number, ...address } = await params;
  return { ...address, type: "reformItem", code: number } as const;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return itemMetadata(await addressOf(props));
}

/** An item of the reform plan at its permanent address; readers know it by its number. */
export default async function ReformItemPage(props: Props) {
  return <ItemAtAddress address={await addressOf(props)} />;
}
