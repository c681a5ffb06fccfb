import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';

export type SourceTab = 'files' | 'problems' | 'conflicts';

export function SourceTabs({
  tab,
  onTab,
  files,
  problems,
  conflicts,
}: {
  tab: SourceTab;
  onTab: (tab: SourceTab) => void;
  files: string;
  problems: string;
  conflicts: string;
}) {
  const name = (one: string) => ({
    id: `sources-tab-${one}`,
    // Only the panel that is shown exists.
    'aria-controls': one === tab ? `sources-panel-${one}` : undefined,
  });
  return (
    <Tabs
      value={tab}
      onChange={(_, next: SourceTab) => onTab(next)}
      aria-label="What to list"
      sx={{ minHeight: 36, px: 4, borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab value="files" label={files} {...name('files')} />
      <Tab value="problems" label={problems} {...name('problems')} />
      <Tab value="conflicts" label={conflicts} {...name('conflicts')} />
    </Tabs>
  );
}
