import { notFound } from "next/navigation";
import { cache } from "react";
import { boardOf } from "@/lib/data/boards.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import type { Board } from "@/lib/domain/round-view.ts";

/** A round's board, looked up once a request: the page and its title ask for the same one. */
export const boardFor = cache(async (actor: Actor, id: string): Promise<Board> => {
  try {
    return await boardOf(actor, id);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound();
    throw error;
  }
});
