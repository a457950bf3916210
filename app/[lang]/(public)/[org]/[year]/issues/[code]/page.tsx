import type { Metadata } from "next";
import { ItemAtAddress, itemMetadata } from "../../item-at-address.tsx";

type Props = PageProps<"/[lang]/[org]/[year]/issues/[code]">;

async function addressOf({ params }: Props) {
  const { code, ...address } = await params;
  return { ...address, type: "issue", code } as const;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return itemMetadata(await addressOf(props));
}

/** An issue at its permanent address. */
export default async function IssuePage(props: Props) {
  return <ItemAtAddress address={await addressOf(props)} />;
}
