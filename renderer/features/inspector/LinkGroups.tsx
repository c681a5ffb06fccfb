import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useState } from 'react';
import { formatNumber } from '../../../shared/format/quantity';
import type { LinkGroup, RecordLink } from '../../../shared/model/estate-table';
import { selectionOf } from '../../app/state/selection';
import { useApp } from '../../app/state/use-app';
import { ONE_LINE } from '../../components/clip';
import { Section } from './Section';

const SHOWN_AT_FIRST = 8;

/** The records around a record; each leads to itself. */
export function LinkGroups({ groups }: { groups: readonly LinkGroup[] }) {
  return (
    <>
      {groups.map((group) => (
        <Section
          key={group.title}
          title={group.total < 2 ? group.title : `${group.title} (${formatNumber(group.total)})`}
        >
          <Links group={group} />
        </Section>
      ))}
    </>
  );
}

function Links({ group: { links, total } }: { group: LinkGroup }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? links : links.slice(0, SHOWN_AT_FIRST);
  const isCut = showsAll && links.length < total;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {shown.map((link) => (
        <li key={`${link.kind} ${link.id}`}>
          <LinkRow link={link} />
        </li>
      ))}
      {!showsAll && SHOWN_AT_FIRST < links.length ? (
        <li>
          <ButtonBase
            onClick={() => setShowsAll(true)}
            sx={{ px: 2, mx: -2, minHeight: 28, borderRadius: 1, color: 'primary.main' }}
          >
            {formatNumber(links.length - SHOWN_AT_FIRST)} more
          </ButtonBase>
        </li>
      ) : null}
      {isCut ? (
        <Box component="li" sx={{ typography: 'caption', color: 'text.secondary', mt: 1 }}>
          The first {formatNumber(links.length)} of {formatNumber(total)}; the tables of the estate
          show them all.
        </Box>
      ) : null}
    </Box>
  );
}

function LinkRow({ link }: { link: RecordLink }) {
  const { state } = useApp();
  return (
    <ButtonBase
      onClick={() => state.select(selectionOf(link))}
      sx={{
        display: 'flex',
        gap: 3,
        width: 'calc(100% + 16px)',
        mx: -2,
        px: 2,
        minHeight: 28,
        borderRadius: 1,
        textAlign: 'left',
        justifyContent: 'space-between',
        '&:hover': { bgcolor: (theme) => theme.hues.hover },
      }}
    >
      <Box component="bdi" title={link.name} sx={{ minWidth: 0, fontWeight: 550, ...ONE_LINE }}>
        {link.name}
      </Box>
      {link.note === '' ? null : (
        <Box
          component="span"
          title={link.note}
          sx={{
            flexShrink: 0,
            maxWidth: '55%',
            typography: 'caption',
            color: 'text.secondary',
            ...ONE_LINE,
          }}
        >
          {link.note}
        </Box>
      )}
    </ButtonBase>
  );
}
