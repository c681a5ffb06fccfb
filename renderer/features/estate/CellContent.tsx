import Box from '@mui/material/Box';
import { Pencil } from 'lucide-react';
import type { TableCell } from '../../../shared/model/estate-table';
import { PoolBar } from '../../components/PoolBar';
import { PathSymbol, PortabilitySymbol } from '../../components/symbols/Symbol';

/** What a cell shows: words first, with the mark that goes with them. */
export function CellContent({ cell, isFirst }: { cell: TableCell; isFirst?: boolean }) {
  if (cell.pool !== undefined) return <PoolBar pool={cell.pool} words={cell.text} />;
  if (cell.state === 'unknown') {
    return (
      <span className="unknown" title={`Unknown: ${cell.text}`}>
        unknown
      </span>
    );
  }
  if (cell.state === 'pending') return <span className="quiet">{cell.text}</span>;
  return (
    <>
      {cell.portability === undefined ? null : (
        <span className="mark">
          <PortabilitySymbol portability={cell.portability} />
        </span>
      )}
      {cell.paths?.map((path) => (
        <span className="mark" key={path}>
          <PathSymbol path={path} />
        </span>
      ))}
      <bdi className={isFirst ? 'text name' : 'text'} title={cell.text}>
        {cell.text}
      </bdi>
      {cell.state === 'edited' ? (
        <Box
          component="span"
          className="edited"
          title={`Edited by hand; imported: ${cell.imported ?? 'unknown'}`}
        >
          <Pencil size={11} aria-label="edited" />
        </Box>
      ) : null}
    </>
  );
}
