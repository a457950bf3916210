import type { PublishedOrganization } from "./published-policy.ts";
import type { Searchable, Stretch } from "./search-entry.ts";
import type { FilterName, SearchQuery } from "./search-query.ts";

/** One text that was found, and where it stands. */
export interface SearchHit extends Pick<Stretch, "fromEdition" | "toEdition" | "removedIn">, Searchable {
  readonly organization: Pick<PublishedOrganization, "slug" | "nameJa" | "nameEn" | "sample" | "sourceNote">;
  readonly fiscalYear: number;
}

/** A value of a filter, and how many texts it would leave with everything else that is asked. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** What a search found: a page of texts, how many there are, and how many each value of a filter has. */
export interface SearchResult {
  readonly query: SearchQuery;
  readonly hits: readonly SearchHit[];
  readonly count: number;
  readonly pages: number;
  readonly facets: Readonly<Record<FilterName, readonly FacetValue[]>>;
  /** The organisations that can be filtered by, in the city's order. */
  readonly organizations: readonly Pick<PublishedOrganization, "slug" | "nameJa" | "nameEn">[];
}
