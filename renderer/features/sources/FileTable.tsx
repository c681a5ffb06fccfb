import Box from '@mui/material/Box';
import { formatMoment } from '../../../shared/format/moment';
import { formatBytes, formatNumber } from '../../../shared/format/quantity';
import { ONE_LINE } from '../../components/clip';
import { type Column, RowTable } from '../../components/RowTable';
import type { SourceFile } from './SourcesView';
import { FORMAT_LABELS } from './source-words';

const COLUMNS: readonly Column[] = [
  { title: 'File', track: 'minmax(160px, 2.2fr)' },
  { title: 'Format', track: '108px' },
  { title: 'Host', track: 'minmax(72px, 1fr)' },
  { title: 'Cmdlets', track: 'minmax(96px, 1.8fr)' },
  { title: 'Records', track: '64px', isRight: true },
  { title: 'Size', track: '72px', isRight: true },
  { title: 'Imported', track: '160px' },
];

export function FileTable({ files }: { files: readonly SourceFile[] }) {
  return (
    <RowTable
      label="Imported files"
      columns={COLUMNS}
      rowCount={files.length}
      rowHeight={36}
      leastWidth={800}
      row={(at) => {
        const file = files[at];
        if (file === undefined) return null;
        const cmdlets = file.cmdlets.join(', ');
        return [
          <Text key="name" text={file.name} isStrong />,
          <Text
            key="format"
            text={FORMAT_LABELS[file.format]}
            isWarning={file.format === 'unrecognised'}
          />,
          <Text key="host" text={file.host ?? '—'} />,
          <Text key="cmdlets" text={cmdlets === '' ? '—' : cmdlets} />,
          formatNumber(file.recordCount),
          formatBytes(file.sizeBytes),
          <Text key="when" text={formatMoment(file.importedAt)} />,
        ];
      }}
    />
  );
}

function Text({
  text,
  isStrong,
  isWarning,
}: {
  text: string;
  isStrong?: boolean;
  isWarning?: boolean;
}) {
  return (
    <Box
      title={text}
      sx={{
        ...ONE_LINE,
        fontWeight: isStrong ? 550 : undefined,
        color: isWarning ? 'warning.main' : undefined,
      }}
    >
      <bdi>{text}</bdi>
    </Box>
  );
}
