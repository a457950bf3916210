import { cache } from "react";
import { boardOf } from "@/lib/data/boards.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import type { Board } from "@/lib/domain/round-view.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";

/** A round's board, looked up once a request: the page and its title ask for the same one. */
export const boardFor = cache((actor: Actor, id: string): Promise<Board> => orNotFound(boardOf(actor, id)));
