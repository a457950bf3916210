import { notFound } from "next/navigation";
import { cache } from "react";
import { currentPolicy } from "@/lib/data/published.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { pageYear } from "@/lib/web/page-params.ts";

const read = cache(currentPolicy);

/** The policy of an address, read once a request for its page and its head; unknown ones do not exist (404). */
export async function releasedPolicy(params: { org: string; year: string }): Promise<PublishedPolicy> {
  return (await read(params.org, pageYear(params.year))) ?? notFound();
}
