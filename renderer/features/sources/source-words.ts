import type { ImportedFile } from '../../../shared/model/import';

export const FORMAT_LABELS: Readonly<Record<ImportedFile['format'], string>> = {
  collector: 'Collector',
  'cmdlet-json': 'Cmdlet JSON',
  'cmdlet-clixml': 'Cmdlet CLIXML',
  'cmdlet-csv': 'Cmdlet CSV',
  'cmdlet-list': 'Cmdlet list',
  inventory: 'Inventory',
  unrecognised: 'Unrecognised',
};
