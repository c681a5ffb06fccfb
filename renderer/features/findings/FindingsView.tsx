import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { ListChecks } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { outcomeCountWords } from '../../../shared/format/cause-words';
import { counted } from '../../../shared/format/plural';
import { formatNumber } from '../../../shared/format/quantity';
import { MOVE_KIND_LABELS } from '../../../shared/format/verdict-words';
import type { Cause, CauseThing, Findings } from '../../../shared/model/cause';
import { OUTCOMES } from '../../../shared/model/verdict';
import type { NamedWaiver } from '../../../shared/model/waiver';
import { useAsked } from '../../api/use-asked';
import { useStore } from '../../app/state/store';
import { useApp, useMoveKind, useOpenPlan } from '../../app/state/use-app';
import { CLIPPED } from '../../components/clip';
import { tableHtml, tableText } from '../../components/copy-table';
import { EmptyFace, FailedFace, LoadingFace } from '../../components/faces';
import { SetAsideDialog } from '../../components/SetAsideDialog';
import { ViewFrame } from '../../components/ViewFrame';
import { AsideList } from './AsideList';
import { ALL_CAUSES, arrangeCauses, countEffects } from './arrange';
import { asideChoices } from './aside-choices';
import { CauseList } from './CauseList';
import { causesTable } from './causes-table';
import { FindingsToolbar } from './FindingsToolbar';
import { MissingList } from './MissingList';

const TABS = ['causes', 'missing', 'aside'] as const;
type TabName = (typeof TABS)[number];

type Aside =
  | { readonly cause: Cause; readonly thing?: CauseThing; readonly waiver?: undefined }
  | { readonly waiver: NamedWaiver; readonly cause?: undefined };

/** What stands in the way of all moves, by root cause; what is not known; what is set aside. */
export function FindingsView() {
  const { state, actions } = useApp();
  const { key, plan, index } = useOpenPlan();
  const kind = useMoveKind();
  const run = useStore(state.findings.store);
  const waivers = useAsked('waivers.list', {}, key);
  const [tab, setTab] = useState<TabName>('causes');
  const [choices, setChoices] = useState(ALL_CAUSES);
  const [openId, setOpenId] = useState<string | null>(null);
  const [aside, setAside] = useState<Aside | null>(null);

  const wantedKey = `${key} ${kind}`;
  const isEmptyPlan = index !== null && index.vms.length === 0;
  useEffect(() => {
    if (key !== '' && !isEmptyPlan && state.findings.store.get().key !== wantedKey) {
      state.findings.start(kind, wantedKey);
    }
  }, [key, kind, wantedKey, isEmptyPlan, state]);

  const { findings } = run;
  const causes = findings?.causes.items ?? NO_CAUSES;
  const groups = useMemo(() => arrangeCauses(causes, choices), [causes, choices]);
  const effectCounts = useMemo(
    () => (findings === null ? null : countEffects(findings.causes.items)),
    [findings],
  );
  const canEdit = plan !== null && !plan.readOnly;

  if (isEmptyPlan) {
    return (
      <EmptyFace
        icon={<ListChecks size={32} />}
        title="There is no VM to judge yet"
        actions={<Button onClick={() => actions.run('import')}>Import files…</Button>}
      >
        What stands in the way of moving VMs is listed here, by root cause, once the plan has hosts
        and VMs.
      </EmptyFace>
    );
  }

  const copyTable = () => {
    const shown = groups.flatMap((group) => group.causes);
    const table = causesTable(shown);
    actions.copy(
      tableText(table),
      `Copied ${counted(shown.length, 'cause')} as a table.`,
      tableHtml(table),
    );
  };
  const tabProps = (one: TabName) => ({
    value: one,
    id: `findings-tab-${one}`,
    'aria-controls': one === tab ? `findings-panel-${one}` : undefined,
  });
  const count = (total: number | undefined) =>
    total === undefined ? '' : ` (${formatNumber(total)})`;

  return (
    <ViewFrame>
      <Box component="h2" sx={CLIPPED}>
        Findings
      </Box>
      <FindingsToolbar
        kind={kind}
        onKind={state.setKind}
        choices={choices}
        onChoices={setChoices}
        effectCounts={effectCounts}
        onCopy={copyTable}
      />
      <Progress
        run={run}
        isOld={findings !== null && run.status !== 'done'}
        onCancel={state.findings.cancel}
        onAgain={() => state.findings.start(kind, wantedKey)}
      />
      <Tabs
        value={tab}
        onChange={(_, next: TabName) => setTab(next)}
        aria-label="What to list"
        sx={{ minHeight: 36, px: 3, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
      >
        <Tab label={`Causes${count(findings?.causes.total)}`} {...tabProps('causes')} />
        <Tab label={`Not known${count(findings?.missing.total)}`} {...tabProps('missing')} />
        <Tab label={`Set aside${count(waivers.value?.length)}`} {...tabProps('aside')} />
      </Tabs>
      <Box
        role="tabpanel"
        id={`findings-panel-${tab}`}
        aria-labelledby={`findings-tab-${tab}`}
        // A panel that scrolls has to be reached by keys as well.
        tabIndex={0}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', '&:focus-visible': { outlineOffset: -2 } }}
      >
        {tab === 'aside' ? (
          waivers.fault !== null ? (
            <FailedFace fault={waivers.fault} onRetry={waivers.retry} />
          ) : waivers.value === undefined ? (
            <LoadingFace label="Reading what is set aside" lines={4} />
          ) : (
            <AsideList
              waivers={waivers.value}
              canEdit={canEdit}
              onChange={(waiver) => setAside({ waiver })}
              onTakeBack={(waiver) =>
                void actions.takeBack({ ruleIds: [waiver.ruleId], record: recordOf(waiver) })
              }
            />
          )
        ) : run.status === 'failed' && run.fault !== null ? (
          <FailedFace fault={run.fault} onRetry={() => state.findings.start(kind, wantedKey)} />
        ) : findings === null ? (
          run.status === 'cancelled' ? (
            <EmptyFace
              title="Nothing was gathered"
              actions={
                <Button onClick={() => state.findings.start(kind, wantedKey)}>Gather them</Button>
              }
            >
              Judging was cancelled before the first result.
            </EmptyFace>
          ) : (
            <LoadingFace label="Judging every VM" lines={10} />
          )
        ) : tab === 'missing' ? (
          findings.missing.total === 0 ? (
            <EmptyFace title="Nothing is missing">
              {lookedAt(findings)} No move hangs on a fact that is not known.
            </EmptyFace>
          ) : (
            <>
              <MissingList
                groups={findings.missing.items}
                onCopy={(command) => actions.copy(command, 'Copied the command.')}
              />
              <More shown={findings.missing.items.length} total={findings.missing.total} />
            </>
          )
        ) : groups.length === 0 ? (
          findings.causes.total === 0 ? (
            <EmptyFace icon={<ListChecks size={32} />} title="Nothing stands in the way">
              {lookedAt(findings)}
            </EmptyFace>
          ) : (
            <EmptyFace
              title="No cause fits"
              actions={<Button onClick={() => setChoices(ALL_CAUSES)}>Show all</Button>}
            >
              {counted(findings.causes.total, 'cause')} in all.
            </EmptyFace>
          )
        ) : (
          <>
            <CauseList
              groups={groups}
              openId={openId}
              onOpen={setOpenId}
              onSetAside={
                canEdit
                  ? (cause, thing) => setAside(thing === undefined ? { cause } : { cause, thing })
                  : null
              }
            />
            <More shown={causes.length} total={findings.causes.total} />
          </>
        )}
      </Box>
      {aside === null ? null : aside.cause !== undefined ? (
        <SetAsideDialog
          what={
            aside.thing === undefined
              ? aside.cause.statement
              : `${aside.cause.title} (${aside.thing.subject.name})`
          }
          choices={asideChoices(aside.cause, aside.thing)}
          onSave={(record, note) =>
            void actions.setAside({ ruleIds: ruleIdsOf(aside.cause), record, note })
          }
          onClose={() => setAside(null)}
        />
      ) : (
        <SetAsideDialog
          what={aside.waiver.ruleTitle}
          choices={[{ label: '', record: recordOf(aside.waiver) }]}
          note={aside.waiver.note}
          onSave={(record, note) =>
            void actions.setAside({ ruleIds: [aside.waiver.ruleId], record, note })
          }
          onClose={() => setAside(null)}
        />
      )}
    </ViewFrame>
  );
}

const NO_CAUSES: readonly Cause[] = [];

function ruleIdsOf({ ruleId, symptoms }: Cause): string[] {
  return [ruleId, ...symptoms.map((symptom) => symptom.ruleId)];
}

function recordOf({ recordKind, recordId }: NamedWaiver) {
  return recordKind === null || recordId === null ? null : { kind: recordKind, id: recordId };
}

/** How many verdicts stand behind the list. */
function lookedAt({ outcomes, vmsDone, kind }: Findings): string {
  const moves = OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0);
  return `${counted(moves, 'move')} of ${counted(vmsDone, 'VM')} ${moves === 1 ? 'was' : 'were'} judged (${MOVE_KIND_LABELS[kind].toLowerCase()}): ${outcomeCountWords(outcomes)}.`;
}

function Progress({
  run,
  isOld,
  onCancel,
  onAgain,
}: {
  run: { status: string; fraction: number | null; step: string; findings: Findings | null };
  isOld: boolean;
  onCancel: () => void;
  onAgain: () => void;
}) {
  const { findings, status } = run;
  const words =
    status === 'running'
      ? `${run.step}${run.fraction === null ? '' : `, ${Math.floor(run.fraction * 100)} %`}${isOld ? '; numbers so far' : ''}`
      : status === 'cancelled'
        ? 'Cancelled: the numbers are not complete.'
        : findings === null
          ? ''
          : lookedAt(findings);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        // As high with the button as without, so that nothing moves when it comes.
        minHeight: 32,
        px: 4,
        color: 'text.secondary',
      }}
    >
      <Box
        role="status"
        sx={{ typography: 'caption', flex: '0 1 auto', minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {words}
      </Box>
      {status === 'running' ? (
        <>
          <LinearProgress
            aria-label="Judging"
            variant={run.fraction === null ? 'indeterminate' : 'determinate'}
            value={(run.fraction ?? 0) * 100}
            sx={{ flex: 1, maxWidth: 240 }}
          />
          <Button variant="text" onClick={onCancel} sx={{ minHeight: 28 }}>
            Cancel
          </Button>
        </>
      ) : status === 'cancelled' ? (
        <Button variant="text" onClick={onAgain} sx={{ minHeight: 28 }}>
          Gather them
        </Button>
      ) : null}
    </Box>
  );
}

function More({ shown, total }: { shown: number; total: number }) {
  if (total <= shown) return null;
  return (
    <Box sx={{ px: 4, py: 3, color: 'text.secondary' }}>
      The {formatNumber(shown)} worst of {formatNumber(total)} are listed. What is mended or set
      aside makes room for the others.
    </Box>
  );
}
