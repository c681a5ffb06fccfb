/** Writes a plan whose contents are all known, as one file without a past. */
import type { Assumptions } from '../../../shared/model/assumptions';
import { OWN_ROW_TABLES } from '../../../shared/model/catalogue';
import type { Estate } from '../../../shared/model/estate';
import type { Waiver } from '../../../shared/model/waiver';
import type { OwnRows } from '../../domain/catalogue/catalogue';
import { setCatalogueRow } from '../store/catalogue-store';
import { estateChanges } from '../store/estate-store';
import { closePlanFile, createPlanFile } from '../store/plan-file';
import { settingChange } from '../store/plan-settings';
import { Rows } from '../store/rows';
import { setWaiver } from '../store/waiver-store';

export interface NewPlan {
  readonly name: string;
  readonly at: Date;
  readonly estate: Estate;
  readonly assumptions: Assumptions;
  readonly waivers: readonly Waiver[];
  readonly own: OwnRows;
}

/** @throws Refusal when the file cannot be written */
export function writeNewPlan(path: string, plan: NewPlan): void {
  const database = createPlanFile(path);
  try {
    const rows = new Rows(database);
    database.transaction(() => {
      rows.apply([
        settingChange('name', plan.name),
        settingChange('created-at', plan.at.toISOString()),
        settingChange('assumptions', JSON.stringify(plan.assumptions)),
        ...estateChanges(rows, plan.estate),
        ...plan.waivers.map(setWaiver),
        ...OWN_ROW_TABLES.flatMap((table) =>
          plan.own[table].map((row) => setCatalogueRow(table, row)),
        ),
      ]);
    })();
  } finally {
    closePlanFile(database);
  }
}
