-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('policy', 'issue', 'strategy', 'initiative', 'reformItem', 'notice', 'aim', 'opinion');

-- AlterTable
ALTER TABLE "Policy" ADD COLUMN     "searchedEdition" INTEGER;

-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "kind" "SearchKind" NOT NULL,
    "nodeId" UUID NOT NULL,
    "code" TEXT,
    "title" TEXT,
    "fromEdition" INTEGER NOT NULL,
    "toEdition" INTEGER,
    "removedIn" INTEGER,
    "text" TEXT NOT NULL,
    "foldedName" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "grams" TEXT[],
    "grades" TEXT[],
    "budgetThousandYen" INTEGER,
    "verdicts" TEXT[],
    "themes" TEXT[],
    "sdgs" TEXT[],

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchEntry_grams_idx" ON "SearchEntry" USING GIN ("grams");

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_policyId_nodeId_fromEdition_key" ON "SearchEntry"("policyId", "nodeId", "fromEdition");

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Filters and counts read rows without their long columns: those are kept beside the table, the short ones in it.
ALTER TABLE "SearchEntry" SET (toast_tuple_target = 256);
ALTER TABLE "SearchEntry"
  ALTER COLUMN "code" SET STORAGE MAIN,
  ALTER COLUMN "title" SET STORAGE MAIN,
  ALTER COLUMN "foldedName" SET STORAGE MAIN,
  ALTER COLUMN "grades" SET STORAGE MAIN,
  ALTER COLUMN "verdicts" SET STORAGE MAIN,
  ALTER COLUMN "themes" SET STORAGE MAIN,
  ALTER COLUMN "sdgs" SET STORAGE MAIN;

-- What waits to be put into the index would be read through by every search.
ALTER INDEX "SearchEntry_grams_idx" SET (fastupdate = off);
