import { notFound } from "next/navigation";
import { Refusal } from "../domain/refusal.ts";

/** What was looked up, or the not-found page: what is absent and what is not the reader's look the same. */
export async function orNotFound<Found>(lookup: Promise<Found>): Promise<Found> {
  return lookup.catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not-found") notFound();
    throw error;
  });
}
