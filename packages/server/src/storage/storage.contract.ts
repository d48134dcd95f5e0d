/** What every engine of the storage port must do. Each engine's test file runs it whole. */
import { describe } from "vitest";
import { describeAccounts } from "./contract/accounts.ts";
import { describeAlarms } from "./contract/alarms.ts";
import { describeApiKeys } from "./contract/api-keys.ts";
import { describeCanned } from "./contract/canned.ts";
import { describeChanges } from "./contract/changes.ts";
import { describeContacts } from "./contract/contacts.ts";
import type { OpenContractStore } from "./contract/contract-store.ts";
import { describeFigures } from "./contract/figures.ts";
import { describeKnowledge } from "./contract/knowledge.ts";
import { describeLeads } from "./contract/leads.ts";
import { describeRaces } from "./contract/races.ts";
import { describeReads } from "./contract/reads.ts";
import { describeSettings } from "./contract/settings.ts";
import { describeWebhooks } from "./contract/webhooks.ts";

export function storageContract(name: string, open: OpenContractStore): void {
  describe(`storage on ${name}`, () => {
    describeChanges(open);
    describeCanned(open);
    describeReads(open);
    describeAccounts(open);
    describeLeads(open);
    describeKnowledge(open);
    describeSettings(open);
    describeFigures(open);
    describeContacts(open);
    describeWebhooks(open);
    describeAlarms(open);
    describeApiKeys(open);
    describeRaces(open);
  });
}
