import type { Estate } from '../../../shared/model/estate';
import { withOwnRows } from '../../domain/catalogue/with-own-rows';
import { rules } from '../../domain/rules/catalogue';
import { Judge } from '../../domain/verdict/judge';
import { loadCatalogue } from '../store/catalogue-store';
import { assumptionsOf } from '../store/plan-settings';
import type { RowSource } from '../store/plan-state';
import { loadWaivers } from '../store/waiver-store';

/**
 * The judge over an estate with all that its plan says besides: assumptions, waivers, and own rows
 * of the catalogue. The plan may be the open one or a kept state.
 */
export function judgeOf(source: RowSource, estate: Estate): Judge {
  const catalogue = loadCatalogue(source);
  const described = withOwnRows(estate, catalogue);
  return new Judge(described, assumptionsOf(source), rules, loadWaivers(source), catalogue);
}
