import type { Portability } from '../../../shared/model/verdict';

export const ROW_ORDERS = ['name', 'portability', 'host'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** What of the matrix is shown, and in which order. */
export interface MatrixChoices {
  /** Part of the name of a VM or host. */
  readonly text: string;
  /** Empty: all. */
  readonly portabilities: readonly Portability[];
  readonly order: RowOrder;
}

export const ALL_OF_IT: MatrixChoices = { text: '', portabilities: [], order: 'name' };
