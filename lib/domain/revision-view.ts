import type { Hash } from "./canonical.ts";
import type { RevisionPart } from "./edition.ts";
import type { TargetType } from "./forms/form.ts";
import type { Formulated } from "./formulation.ts";
import type { NodeChange } from "./plan-changes.ts";
import type { ItemNode, PlanNode } from "./policy.ts";
import type { EditionLine, PublishedOrganization } from "./published-policy.ts";
import type { YearItem } from "./years.ts";

/** A section by its names. */
export interface SectionName {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
}

/** What a Revision proposes against the Edition that it is based on. */
export interface RevisionView {
  readonly formId: string;
  /** Kind, reason and effective date; null until they are written. */
  readonly described: RevisionPart | null;
  /** The nodes of the plan that differ; what it says of itself is not among them. */
  readonly changes: readonly NodeChange[];
  /** The Edition that it is based on, if there is one, and whether a later one is current now. */
  readonly base: { readonly number: number; readonly stale: boolean } | null;
  /** Every section of the organisation, to say by name what the plan holds by id. */
  readonly sections: readonly SectionName[];
}

/** An item of a policy with the section that answers for it now. */
export interface SectionRow {
  readonly type: Exclude<TargetType, "policy">;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** How deep it stands in the tree, from 0. */
  readonly depth: number;
  readonly sectionId: string | null;
  /** Whether other items stand below it. */
  readonly branch: boolean;
}

/** A policy's items with their sections, for whoever assigns them. */
export interface SectionsOfPolicy {
  readonly policyId: string;
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  readonly released: boolean;
  readonly rows: readonly SectionRow[];
  readonly sections: readonly SectionName[];
}

/** A Revision as it is edited. */
export interface PlanEditing {
  readonly submissionId: string;
  readonly policyId: string;
  readonly organization: { readonly nameJa: string; readonly nameEn: string };
  readonly fiscalYear: number;
  readonly formId: string;
  readonly lockVersion: number;
  /** The Version that `nodes` are from; null where nothing was saved yet. */
  readonly seen: Hash | null;
  readonly nodes: readonly PlanNode[];
  readonly changes: readonly NodeChange[];
  readonly described: RevisionPart | null;
  readonly base: RevisionView["base"];
  /** How far the plan has come in public, and every Edition so far, newest first. */
  readonly formulated: Formulated;
  readonly released: readonly EditionLine[];
  /** The items and aims of the year before, which this year's may continue; null where that year is not there. */
  readonly lastYear: {
    readonly fiscalYear: number;
    readonly items: readonly {
      readonly type: ItemNode["type"] | "aim";
      readonly id: string;
      readonly code: string;
      readonly title: string;
    }[];
  } | null;
  /** Every section, and those that new work may be given to. */
  readonly sections: readonly SectionName[];
  readonly sectionsInUse: readonly SectionName[];
  readonly mayWrite: boolean;
  readonly coordinator: boolean;
  /** The keys of the nodes that the reader may change. */
  readonly own: readonly string[];
  /** Whether there is a step to take back. */
  readonly mayUndo: boolean;
}

/** A policy that a revision of may be proposed. */
export interface RevisablePolicy {
  readonly id: string;
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  /** Whether it has an Edition: without one, a Revision is its first formulation. */
  readonly released: boolean;
}

/** Last year's items, for whoever begins this year's policy as a copy of it. */
export interface CopyFromLastYear {
  readonly policyId: string;
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  readonly lastYear: {
    readonly fiscalYear: number;
    readonly formId: string;
    readonly items: readonly (YearItem & { readonly depth: number })[];
  };
}

/** What last year's released policy says of the items that a plan's items continue. */
export interface LastYearOfItems {
  readonly slug: string;
  readonly fiscalYear: number;
  readonly formId: string;
  /** By the key of this year's node. */
  readonly continued: ReadonlyMap<string, readonly YearItem[]>;
}
